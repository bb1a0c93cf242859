/** Beside the sheet: the touchpoints that speak for a note and against it. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Quote, X } from "lucide-react";
import { useState } from "react";
import type { Note } from "../../bindings/Note";
import { Button } from "../../components/controls/Button";
import { useFormat } from "../../frame/format";
import { useChannelName } from "../../strings/channels";
import { useProve } from "./actions";
import canvasCss from "./canvas.module.css";
import css from "./links.module.css";
import { ProofDialog } from "./ProofDialog";
import { proofsOf } from "./queries";

export function ProofPart({ note }: { note: Note }) {
  const { t } = useLingui();
  const format = useFormat();
  const channelName = useChannelName();
  const prove = useProve();
  const [open, setOpen] = useState(false);
  const { id, speaksFor, speaksAgainst } = note;
  const { data: proofs = [] } = useQuery({ ...proofsOf(id), enabled: speaksFor + speaksAgainst > 0 });
  return (
    <section className={css.part} aria-label={t`What customers said`}>
      <h3 className={canvasCss.asked}>{t`What customers said`}</h3>
      <ul className={css.list}>
        {proofs.map(({ touchpoint, against }) => {
          const what = touchpoint.title || touchpoint.text || channelName(touchpoint.channel);
          const who = format.list(touchpoint.people.map(({ name }) => name));
          const day = format.day(touchpoint.at);
          const [person] = touchpoint.people;
          return (
            <li key={touchpoint.id} className={css.item}>
              <span className={css.show}>
                {against && <span className={css.against}>{t`Against it:`} </span>}
                {person ? <Link to="/people/$personId" params={{ personId: person.id }}><bdi>{what}</bdi></Link> : <bdi>{what}</bdi>}
                <span className={css.said}><bdi>{who}</bdi>{` · ${day}`}</span>
              </span>
              <Button kind="quiet" size="s" icon={X} aria-label={t`“${what}” says nothing about it`} onPress={() => prove.mutate({ id, touchpoint: touchpoint.id, says: "nothing" })} />
            </li>
          );
        })}
      </ul>
      <div><Button size="s" icon={Quote} onPress={() => setOpen(true)}>{t`From the log…`}</Button></div>
      {open && <ProofDialog note={note} known={proofs} onClose={() => setOpen(false)} />}
    </section>
  );
}
