/** Logging from anywhere: T, who, how, how it felt, a line, Ctrl-Enter. What was typed survives Esc. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import type { Channel } from "../../bindings/Channel";
import type { NamedPerson } from "../../bindings/NamedPerson";
import { Button } from "../../components/controls/Button";
import { Notice } from "../../components/layout/States";
import { Dialog } from "../../components/overlays/Dialog";
import { useAction } from "../../frame/actions";
import { useNow } from "../../frame/clock";
import { inView } from "../../frame/inView";
import { useKeptForm } from "../../frame/kept";
import { useSentence } from "../../strings/sentences";
import { useLog } from "./actions";
import { blankTouch, formToLog, momentOf } from "./touchForm";
import { TouchFields } from "./TouchFields";
import css from "./touchpoints.module.css";
import { WhoPick } from "./WhoPick";

interface Start {
  people: readonly NamedPerson[];
  channel: Channel;
}

/** Stands on every page. */
export function QuickLog() {
  const { t } = useLingui();
  const [start, setStart] = useState<Start | null>(null);
  useAction("touchpoints.log", (said) => setStart({ people: said?.people ?? inView(), channel: said?.channel ?? "phone" }));
  const close = () => setStart(null);
  return (
    <Dialog title={t`Log a touchpoint`} isOpen={start !== null} onClose={close} closeLabel={t`Close`} size="m" footer={start && <Footer />}>
      {start && <LogForm start={start} onClose={close} />}
    </Dialog>
  );
}

const FORM = "quick-log";

function Footer() {
  return <Button kind="primary" type="submit" form={FORM} keys="mod+enter"><Trans>Log it</Trans></Button>;
}

function LogForm({ start, onClose }: { start: Start; onClose: () => void }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const log = useLog();
  const now = useNow();
  // What was typed about somebody comes back with them, not with the next person.
  const about = start.people.map((person) => person.id).join(" ");
  const [blank] = useState(() => blankTouch(start.people, start.channel, Date.now()));
  const form = useKeptForm(["touchpoints", "log", about], blank);
  const { people } = form.values;
  const [tried, setTried] = useState(false);
  const who = useRef<HTMLInputElement>(null);
  const channel = useRef<HTMLDivElement>(null);
  const toChannel = () => channel.current?.querySelector<HTMLElement>("input:checked")?.focus();
  const known = people.length > 0;
  useEffect(() => {
    if (known) toChannel();
    else who.current?.focus();
    // Only once: afterwards the focus is the user's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const save = () => {
    if (log.isPending) return;
    setTried(true);
    const at = momentOf(form.values, Date.now());
    if (!known) return who.current?.focus();
    if (at === null) return;
    log.mutate(formToLog(form.values, at), {
      onSuccess: () => {
        form.forget();
        onClose();
      },
    });
  };
  return (
    <form
      id={FORM}
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {log.error && <Notice tone="danger">{sentence(log.error)}</Notice>}
      {tried && !known && <Notice tone="warn">{t`Say who it was with.`}</Notice>}
      <TouchFields
        form={form.values}
        set={form.set}
        onSave={save}
        channelRef={channel}
        timeWrong={momentOf(form.values, now) === null}
        who={<WhoPick people={people} onChange={(to) => form.set({ people: to })} onDone={toChannel} inputRef={who} />}
      />
    </form>
  );
}
