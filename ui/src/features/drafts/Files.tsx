/** What goes with a letter: files put beside it, and a call that is offered as an appointment. */
import { Trans, useLingui } from "@lingui/react/macro";
import { CalendarPlus, Paperclip } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import type { Draft } from "../../bindings/Draft";
import { Button } from "../../components/controls/Button";
import { Chip } from "../../components/marks/Chip";
import { toasts } from "../../components/overlays/toasts";
import { useFormat } from "../../frame/format";
import { CallDialog } from "./CallDialog";
import css from "./drafts.module.css";
import { useAttach, useDetach } from "./handActions";

/** What the core takes, in bytes. */
const LARGEST = 10 << 20;

export function Files({ draft }: { draft: Draft }) {
  const { t } = useLingui();
  const format = useFormat();
  const attach = useAttach();
  const detach = useDetach();
  const pick = useRef<HTMLInputElement>(null);
  const [offers, setOffers] = useState(false);
  const { attachments, row } = draft;
  const isOpen = row.status !== "sent";
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    if (file.size > LARGEST) return toasts.say(t`A file may have ten megabytes at most`, { tone: "danger" });
    attach.mutate({ draft: row.id, name: file.name, base64: await inBase64(file) });
  };
  if (!isOpen && attachments.length === 0) return null;
  return (
    <div className={css.files} role="group" aria-label={t`What goes with it`}>
      {attachments.map((file) => {
        const { id, name, size } = file;
        const kb = format.number(Math.max(1, Math.round(size / 1024)));
        return (
          <Chip key={id} {...(isOpen && { onRemove: () => detach.mutate(id), removeLabel: t`Take ${name} away` })}><bdi>{name}</bdi> · {t`${kb} kB`}</Chip>
        );
      })}
      {isOpen && (
        <>
          <input ref={pick} type="file" className="unseen" aria-label={t`A file to go with the letter`} tabIndex={-1} onChange={(event) => void take(event)} />
          <Button kind="quiet" size="s" icon={Paperclip} onPress={() => pick.current?.click()}><Trans>Attach</Trans></Button>
          <Button kind="quiet" size="s" icon={CalendarPlus} onPress={() => setOffers(true)}><Trans>Offer a call</Trans></Button>
        </>
      )}
      {offers && <CallDialog draft={draft} onClose={() => setOffers(false)} />}
    </div>
  );
}

async function inBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
