/** Beside a person's timeline: the doubts that are still open. Offers the keys that note one and clear the oldest. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { useAction } from "../../frame/actions";
import { useFormat } from "../../frame/format";
import type { PersonPart } from "../../frame/personParts";
import { DoubtDialog } from "./DoubtDialog";
import { DoubtRow } from "./DoubtRow";
import css from "./feedback.module.css";
import { doubtsOf } from "./queries";

export function OpenDoubts({ person }: PersonPart) {
  const { t } = useLingui();
  const format = useFormat();
  const { id, name } = person.row;
  const open = (useQuery(doubtsOf(id)).data?.items ?? []).filter(({ clearedOn }) => clearedOn === null);
  const [noting, setNoting] = useState(false);
  const [clearing, clear] = useState<string | null>(null);
  const [oldest] = open;
  useAction("feedback.doubt", () => setNoting(true));
  useAction("feedback.clear", () => oldest && clear(oldest.id), oldest !== undefined);
  return (
    <section>
      <div className={css.partHead}>
        <SectionHead title={t`Open doubts`} {...(open.length > 0 && { count: format.number(open.length) })} />
        <Button kind="quiet" size="s" icon={Plus} aria-label={t`Note a doubt of ${name}`} onPress={() => setNoting(true)} />
      </div>
      {open.length > 0 ? (
        <ul className={css.list} aria-label={t`Open doubts of ${name}`}>
          {open.map((doubt) => (
            <li key={doubt.id}><DoubtRow doubt={doubt} clearing={clearing === doubt.id} onClear={(clears) => clear(clears ? doubt.id : null)} /></li>
          ))}
        </ul>
      ) : (
        <p className={css.quiet}><Trans>No doubt is open.</Trans></p>
      )}
      <DoubtDialog person={id} doubt={null} isOpen={noting} onClose={() => setNoting(false)} />
    </section>
  );
}
