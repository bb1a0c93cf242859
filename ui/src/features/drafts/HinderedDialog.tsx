/** What stands between the letter and its way out, and what one can do about it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { CircleAlert } from "lucide-react";
import { useState } from "react";
import type { CoachReport } from "../../bindings/CoachReport";
import type { Draft } from "../../bindings/Draft";
import { Button } from "../../components/controls/Button";
import { TextArea } from "../../components/controls/TextArea";
import { Dialog } from "../../components/overlays/Dialog";
import css from "./drafts.module.css";
import { useSaying } from "./Finding";
import type { Handing } from "./useHanding";

interface Props {
  draft: Draft;
  report: CoachReport | undefined;
  handing: Handing;
}

export function HinderedDialog({ draft, report, handing }: Props) {
  const { t } = useLingui();
  const { hindrance, leave, handOver } = handing;
  const why = hindrance?.why;
  if (hindrance?.why === "stopped") return <StopDialog report={report} onLeave={leave} onGo={(reason) => void handOver(hindrance.way, reason)} />;
  const name = draft.row.person.name;
  const title = why === "files" ? t`Files go with it` : why === "tooLong" ? t`Too long for the mail program` : why === "clipboard" ? t`The clipboard is closed` : t`No address`;
  return (
    <Dialog
      title={title}
      isOpen={hindrance !== null}
      onClose={leave}
      closeLabel={t`Close`}
      size="s"
      footer={
        why === "tooLong" || why === "files" ? (
          <>
            {why === "files" && <p><Trans>A mail program takes no files this way. Saved as a file, the letter opens there with all that goes along.</Trans></p>}
      {why === "tooLong" && <Button onPress={() => void handOver("copy")}><Trans>Copy</Trans></Button>}
            <Button kind="primary" onPress={() => void handOver("eml")}><Trans>Save as file</Trans></Button>
          </>
        ) : why === "noAddress" ? (
          <Button kind="primary" onPress={() => void handOver("copy")}><Trans>Copy</Trans></Button>
        ) : undefined
      }
    >
      {why === "tooLong" && <p><Trans>A mail program takes only so many words this way. As a file it opens there whole; or copy it and paste it.</Trans></p>}
      {why === "noAddress" && <p><Trans>The book has no address of <bdi>{name}</bdi> for this way. Put one on their page, or copy the letter.</Trans></p>}
      {hindrance?.why === "clipboard" && <TextArea label={t`Copy it from here`} value={hindrance.text} rows={10} letter isReadOnly autoFocus />}
    </Dialog>
  );
}

/** What the coach says stop about, and the place for a reason. */
export function StopDialog({ report, onLeave, onGo }: { report: CoachReport | undefined; onLeave: () => void; onGo: (reason: string) => void }) {
  const { t } = useLingui();
  const saying = useSaying();
  const [reason, setReason] = useState("");
  const stops = report?.findings.filter(({ level }) => level === "stop") ?? [];
  const given = reason.trim();
  return (
    <Dialog
      title={t`Stop: look at this first`}
      isOpen
      onClose={onLeave}
      closeLabel={t`Close`}
      footer={
        <>
          <Button isDisabled={given === ""} onPress={() => onGo(given)}><Trans>Go on with this reason</Trans></Button>
          <Button kind="primary" onPress={onLeave}><Trans>Back to the letter</Trans></Button>
        </>
      }
    >
      <div className={css.form}>
        <ul className={css.stops}>
          {stops.map((finding) => {
            const { title, reason: why } = saying(finding);
            return (
              <li key={`${finding.id}.${finding.variant}.${finding.from}`}>
                <CircleAlert size={16} strokeWidth={1.9} aria-hidden />
                <span><strong>{title}</strong> {why}</span>
              </li>
            );
          })}
          {stops.length === 0 && <li><CircleAlert size={16} strokeWidth={1.9} aria-hidden /><span>{t`The coach says stop.`}</span></li>}
        </ul>
        <TextArea label={t`Why it may go all the same`} hint={t`Your reason is kept with the letter.`} value={reason} onChange={setReason} rows={2} />
      </div>
    </Dialog>
  );
}
