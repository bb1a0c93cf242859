/** One's own templates first, then those to begin with. */
import { useLingui } from "@lingui/react/macro";
import type { TemplateRow } from "../../bindings/TemplateRow";
import { ListRow } from "../../components/layout/ListRow";
import { pagesOf } from "../../components/lists/pages";
import { VirtualList } from "../../components/lists/VirtualList";
import { Chip } from "../../components/marks/Chip";
import { useKindName } from "./kinds";
import { useLanguageName } from "./letterLanguages";

export function TemplateList({ rows, active, onShow }: { rows: readonly TemplateRow[]; active: string | undefined; onShow: (key: string) => void }) {
  const { t } = useLingui();
  const kindName = useKindName();
  const languageName = useLanguageName();
  const at = rows.findIndex(({ key }) => key === active);
  return (
    <VirtualList
      label={t`Templates`}
      pages={pagesOf(rows)}
      {...(at >= 0 && { active: at })}
      empty={null}
      onActive={(_, row) => row && row.key !== active && onShow(row.key)}
      onOpen={(row) => onShow(row.key)}
    >
      {(row) => (
        <ListRow
          title={row.title}
          text={`${kindName(row.kind)} · ${languageName(row.language)}`}
          {...(row.own && { end: <Chip tone="accent">{t`yours`}</Chip> })}
          selected={row.key === active}
        />
      )}
    </VirtualList>
  );
}
