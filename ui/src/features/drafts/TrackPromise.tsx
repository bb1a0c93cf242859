/** A promise that stands in a letter, put on the list of what is owed to its reader. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Handshake } from "lucide-react";
import { useState } from "react";
import type { CoachFinding } from "../../bindings/CoachFinding";
import type { NamedPerson } from "../../bindings/NamedPerson";
import { Button } from "../../components/controls/Button";
import { doAction } from "../../frame/actions";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

export function TrackPromise({ finding, person }: { finding: CoachFinding; person: NamedPerson }) {
  const { t } = useLingui();
  const format = useFormat();
  const [kept, setKept] = useState("");
  const { what = "", date } = finding.args;
  const track = useWrite({
    run: (due: string) => core.promises.add({ text: what, due, person: person.id, promised: true }),
    done: () => {
      const name = isolated(person.name);
      return t`Promised to ${name}. It stands on Today when it is due`;
    },
  });
  if (finding.id !== "MC10") return null;
  if (date === undefined) return <Button size="s" icon={Handshake} onPress={() => doAction("promises.add", { person, text: what })}><Trans>Give it a day</Trans></Button>;
  const mark = `${what} ${date}`;
  if (kept === mark) return <span><Trans>On your list</Trans></span>;
  const day = format.day(date);
  return <Button size="s" icon={Handshake} isPending={track.isPending} onPress={() => track.mutate(date, { onSuccess: () => setKept(mark) })}>{t`Track as a promise, ${day}`}</Button>;
}
