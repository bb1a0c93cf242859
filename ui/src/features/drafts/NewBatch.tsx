/** Beginning letters to a whole segment: for whom, why, from which template; a bar shows how far it is, and Stop leaves nothing. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Channel } from "../../bindings/Channel";
import type { LetterKind } from "../../bindings/LetterKind";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { Notice, Progress } from "../../components/layout/States";
import { Dialog } from "../../components/overlays/Dialog";
import { useAction } from "../../frame/actions";
import { useFormat } from "../../frame/format";
import { segmentList } from "../../frame/segmentList";
import { core } from "../../host/core";
import type { CommandFailure } from "../../host/failure";
import { useMeansName } from "../../strings/channels";
import { useSentence } from "../../strings/sentences";
import { useMakeBatch } from "./batchActions";
import { progressOf } from "./batchQueries";
import css from "./drafts.module.css";
import { kinds, useKindName } from "./kinds";
import { useLanguageName } from "./letterLanguages";
import { templates } from "./queries";

/** No template in particular: each one's language decides. */
const BEST = "best";
const FORM = "new-batch";
/** Ways on which something written goes. */
const ways: readonly Channel[] = ["email", "post", "chat", "social"];

/** Stands on every page. */
export function NewBatch() {
  const { t } = useLingui();
  const [segment, setSegment] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const make = useMakeBatch();
  useAction("drafts.many", (said) => {
    setSegment(said?.segment ?? null);
    make.reset();
    setOpen(true);
  });
  const close = () => {
    if (make.isPending) void core.vault.stop();
    setOpen(false);
  };
  return (
    <Dialog
      title={t`Write to a segment`}
      isOpen={isOpen}
      onClose={close}
      closeLabel={t`Close`}
      size="s"
      footer={<Button kind="primary" type="submit" form={FORM} isPending={make.isPending}><Trans>Begin the letters</Trans></Button>}
    >
      {isOpen && <Begin segment={segment} make={make} onDone={() => setOpen(false)} />}
    </Dialog>
  );
}

function Begin({ segment: first, make, onDone }: { segment: string | null; make: ReturnType<typeof useMakeBatch>; onDone: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const kindName = useKindName();
  const meansName = useMeansName();
  const languageName = useLanguageName();
  const segments = useQuery(segmentList).data ?? [];
  const [segment, setSegment] = useState(first);
  const [kind, setKind] = useState<LetterKind>("checkIn");
  const [template, setTemplate] = useState(BEST);
  const [channel, setChannel] = useState<Channel>("email");
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const ofKind = useQuery(templates).data?.filter((one) => one.kind === kind) ?? [];
  const isThere = ofKind.some(({ key }) => key === template);
  const begin = () => {
    setTried(true);
    if (!segment || make.isPending) return;
    make.mutate(
      { segment, kind, channel, ...(isThere && { template }), ...(name.trim() && { name: name.trim() }) },
      {
        onSuccess: (made) => {
          onDone();
          void navigate({ to: "/drafts/batch/$batchId", params: { batchId: made.id } });
        },
      },
    );
  };
  return (
    <form
      id={FORM}
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        begin();
      }}
    >
      <Refused failure={make.error} missing={tried && !segment} />
      <Select
        label={t`To`}
        placeholder={t`Choose a segment`}
        options={segments.map((one) => ({ id: one.id, label: one.name, ...(one.count !== null && { detail: t`${plural(one.count, { one: "one person", other: "# people" })}` }) }))}
        value={segment}
        onChange={setSegment}
        autoFocus={first === null}
      />
      <Select label={t`What for`} options={kinds.map((id) => ({ id, label: kindName(id) }))} value={kind} onChange={setKind} />
      {ofKind.length > 0 && (
        <Select
          label={t`Begin with`}
          options={[{ id: BEST, label: t`What fits each of them best` }, ...ofKind.map(({ key, title, language }) => ({ id: key, label: title, detail: languageName(language) }))]}
          value={isThere ? template : BEST}
          onChange={setTemplate}
        />
      )}
      <Select label={t`How it goes`} options={ways.map((id) => ({ id, label: meansName(id) }))} value={channel} onChange={setChannel} />
      <TextField label={t`What you call it`} placeholder={segments.find(({ id }) => id === segment)?.name ?? ""} value={name} onChange={setName} />
      <HowFar going={make.isPending} />
    </form>
  );
}

function Refused({ failure, missing }: { failure: CommandFailure | null; missing: boolean }) {
  const { t } = useLingui();
  const sentence = useSentence();
  if (missing) return <Notice tone="warn">{t`Say which segment it goes to.`}</Notice>;
  if (!failure) return null;
  const { field, why } = failure.details;
  if (field === "people" && why === "empty") return <Notice tone="warn">{t`Nobody is in this segment now.`}</Notice>;
  if (field === "people") return <Notice tone="warn">{t`These are more people than anybody reads letters to. Make the segment smaller.`}</Notice>;
  if (field === "template") return <Notice tone="danger">{t`The template has a fault. Mend it on the page of templates first.`}</Notice>;
  return <Notice tone={failure.code === "stopped" ? "plain" : "danger"}>{sentence(failure)}</Notice>;
}

function HowFar({ going }: { going: boolean }) {
  const { t } = useLingui();
  const format = useFormat();
  const { data } = useQuery(progressOf(going));
  if (!going) return null;
  const done = format.number(data?.done ?? 0);
  const total = format.number(data?.total ?? 0);
  return (
    <Progress
      label={t`Beginning the letters`}
      done={data?.done ?? 0}
      total={data?.total ?? 0}
      text={data && data.total > 0 ? t`${done} of ${total}` : t`Beginning…`}
      onStop={() => void core.vault.stop()}
      stopLabel={t`Stop`}
    />
  );
}
