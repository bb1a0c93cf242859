/** What a person says of us: doubts, open ones first, why they came, stayed or left, and what they asked. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { Doubt } from "../../bindings/Doubt";
import type { ReasonGiven } from "../../bindings/ReasonGiven";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { doAction } from "../../frame/actions";
import { keyedActions } from "../../frame/keys";
import type { PersonPart } from "../../frame/personParts";
import { DoubtDialog } from "./DoubtDialog";
import { DoubtRow } from "./DoubtRow";
import css from "./feedback.module.css";
import { doubtsOf, reasonsOf } from "./queries";
import { ReasonDialog } from "./ReasonDialog";
import { ReasonList } from "./ReasonList";
import { WhatTheyAsk } from "./WhatTheyAsk";

export function FeedbackPanel({ person }: PersonPart) {
  return (
    <div className={css.panel}>
      <Doubts person={person} />
      <Reasons person={person} />
      <WhatTheyAsk person={person} />
    </div>
  );
}

function Doubts({ person }: PersonPart) {
  const { t } = useLingui();
  const { id, name } = person.row;
  const { data } = useQuery(doubtsOf(id));
  const [clearing, clear] = useState<string | null>(null);
  const [editing, edit] = useState<Doubt | null>(null);
  const [showsAll, showAll] = useState(false);
  if (!data) return null;
  const open = data.items.filter(({ clearedOn }) => clearedOn === null);
  const over = data.items.length - open.length;
  const shown = showsAll ? data.items : open;
  return (
    <section>
      <div className={css.head}>
        <SectionHead title={t`Doubts`} {...(open.length > 0 && { count: open.length })} />
        <Button size="s" icon={Plus} keys={keyedActions["feedback.doubt"].keys} onPress={() => doAction("feedback.doubt")}><Trans>Note a doubt</Trans></Button>
      </div>
      {data.items.length === 0 && <p className={css.none}><Trans>Whoever has a person to talk to says what they are not sure of. Each doubt stays here until it is cleared with an answer.</Trans></p>}
      {shown.length > 0 && (
        <ul className={css.list} aria-label={t`Doubts of ${name}`}>
          {shown.map((doubt) => (
            <li key={doubt.id}><DoubtRow doubt={doubt} clearing={clearing === doubt.id} onClear={(clears) => clear(clears ? doubt.id : null)} onEdit={() => edit(doubt)} /></li>
          ))}
        </ul>
      )}
      {over > 0 && <Button size="s" kind="quiet" aria-expanded={showsAll} onPress={() => showAll(!showsAll)}>{t`${plural(over, { one: "# that is cleared", other: "# that are cleared" })}`}</Button>}
      <DoubtDialog person={id} doubt={editing} isOpen={editing !== null} onClose={() => edit(null)} />
    </section>
  );
}

function Reasons({ person }: PersonPart) {
  const { t } = useLingui();
  const { id, name } = person.row;
  const { data } = useQuery(reasonsOf(id));
  const [opened, open] = useState<{ reason: ReasonGiven | null } | null>(null);
  if (!data) return null;
  return (
    <section>
      <div className={css.head}>
        <SectionHead title={t`Why they are with us`} {...(data.total > 0 && { count: data.total })} />
        <Button size="s" icon={Plus} onPress={() => open({ reason: null })}><Trans>Note a reason</Trans></Button>
      </div>
      {data.total === 0 ? (
        <p className={css.none}><Trans>Why they chose you, stayed or left, in their words. Counted together, reasons say on the canvas what makes the relationship different.</Trans></p>
      ) : (
        <ReasonList label={t`Reasons of ${name}`} reasons={data.items} onEdit={(reason) => open({ reason })} />
      )}
      <ReasonDialog person={id} reason={opened?.reason ?? null} isOpen={opened !== null} onClose={() => open(null)} />
    </section>
  );
}
