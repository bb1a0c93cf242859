/** The letters in the making, newest first; those that went stand last. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Plus, UsersRound } from "lucide-react";
import type { DraftRow } from "../../bindings/DraftRow";
import { Button } from "../../components/controls/Button";
import { ListRow } from "../../components/layout/ListRow";
import { pagesOf } from "../../components/lists/pages";
import { VirtualList } from "../../components/lists/VirtualList";
import { Chip } from "../../components/marks/Chip";
import { Hint } from "../../components/overlays/Hint";
import { doAction } from "../../frame/actions";
import { statuses, useKindName } from "./kinds";
import { OpenBatches } from "./OpenBatches";
import css from "./drafts.module.css";

export function LetterList({ rows, active, onOpen }: { rows: readonly DraftRow[]; active: string | undefined; onOpen: (id: string) => void }) {
  const { t, i18n } = useLingui();
  const kindName = useKindName();
  const at = rows.findIndex((row) => row.id === active);
  return (
    <>
      <header className={css.listHead}>
        <h1 className={css.listTitle}>{t`Drafts`}</h1>
        <span className={css.listDeeds}>
          <Button kind="quiet" onPress={() => doAction("templates.go")}><Trans>Templates</Trans></Button>
          <Hint text={t`Write to a segment`}><Button kind="quiet" icon={UsersRound} aria-label={t`Write to a segment`} onPress={() => doAction("drafts.many")} /></Hint>
          <Button icon={Plus} onPress={() => doAction("drafts.new")}><Trans>New</Trans></Button>
        </span>
      </header>
      <OpenBatches />
      <div className={css.rows}>
        <VirtualList
          label={t`Letters`}
          pages={pagesOf(rows)}
          {...(at >= 0 && { active: at })}
          empty={null}
          onActive={(_, row) => row && row.id !== active && onOpen(row.id)}
          onOpen={(row) => onOpen(row.id)}
        >
          {(row) => (
            <ListRow
              title={row.person.name}
              text={row.subject || kindName(row.kind)}
              end={<Chip tone={statuses[row.status].tone}>{i18n._(statuses[row.status].name)}</Chip>}
              selected={row.id === active}
            />
          )}
        </VirtualList>
      </div>
    </>
  );
}
