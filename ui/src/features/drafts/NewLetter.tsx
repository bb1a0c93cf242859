/** Beginning a letter from anywhere: to whom and why. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { LetterKind } from "../../bindings/LetterKind";
import type { NamedPerson } from "../../bindings/NamedPerson";
import { Button } from "../../components/controls/Button";
import { ComboBox } from "../../components/controls/ComboBox";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { Notice } from "../../components/layout/States";
import { Avatar } from "../../components/marks/Avatar";
import { Dialog } from "../../components/overlays/Dialog";
import { useAction } from "../../frame/actions";
import { inView } from "../../frame/inView";
import { useSentence } from "../../strings/sentences";
import { useStart } from "./actions";
import css from "./drafts.module.css";
import { kinds, useKindName } from "./kinds";
import { useLanguageName } from "./letterLanguages";
import { findPeople, templates } from "./queries";

interface Beginning {
  person: NamedPerson | null;
  kind: LetterKind;
  template: string | undefined;
}

/** No template in particular. */
const BEST = "best";
const FORM = "new-letter";

/** Stands on every page. */
export function NewLetter() {
  const { t } = useLingui();
  const [begun, setBegun] = useState<Beginning | null>(null);
  useAction("drafts.new", (said) => setBegun({ person: said?.person ?? inView()[0] ?? null, kind: said?.kind ?? "checkIn", template: said?.template }));
  const close = () => setBegun(null);
  return (
    <Dialog
      title={t`Start a letter`}
      isOpen={begun !== null}
      onClose={close}
      closeLabel={t`Close`}
      size="s"
      footer={<Button kind="primary" type="submit" form={FORM}><Trans>Start writing</Trans></Button>}
    >
      {begun && <Begin begun={begun} onClose={close} />}
    </Dialog>
  );
}

function Begin({ begun, onClose }: { begun: Beginning; onClose: () => void }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const navigate = useNavigate();
  const kindName = useKindName();
  const languageName = useLanguageName();
  const start = useStart();
  const [person, setPerson] = useState(begun.person);
  const [text, setText] = useState(begun.person?.name ?? "");
  const [kind, setKind] = useState(begun.kind);
  const [template, setTemplate] = useState(begun.template ?? BEST);
  const [reason, setReason] = useState("");
  const ofKind = useQuery(templates).data?.filter((one) => one.kind === kind) ?? [];
  const isThere = ofKind.some(({ key }) => key === template);
  // Which one fits best is known once one knows whom: one of them asks, so the question stands.
  const asks = isThere ? ofKind.some(({ key, asksReason }) => key === template && asksReason) : ofKind.some(({ asksReason }) => asksReason);
  const [tried, setTried] = useState(false);
  const found = useQuery(findPeople(person?.name === text ? "" : text.trim())).data?.items ?? [];
  const listed = person && found.every((row) => row.id !== person.id) ? [person, ...found] : found;
  const options = listed.map((row) => ({ id: row.id, label: row.name, mark: <Avatar name={row.name} size={24} /> }));
  // Who types a name and Enter means the one that fits, when only one does.
  const only = person ?? (text.trim() !== "" && found.length === 1 ? found[0] : undefined);
  const reasonHint = kind === "thankYou" ? t`putting us in touch with Inés` : t`the new opening hours`;
  const begin = () => {
    setTried(true);
    if (!only || start.isPending) return;
    start.mutate(
      { person: only.id, kind, ...(isThere && { template }), ...(asks && reason.trim() !== "" && { reason }) },
      {
        onSuccess: (draft) => {
          onClose();
          void navigate({ to: "/drafts/$draftId", params: { draftId: draft.row.id } });
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
      {start.error && <Notice tone="danger">{sentence(start.error)}</Notice>}
      {tried && !only && <Notice tone="warn">{t`Say who it goes to.`}</Notice>}
      <ComboBox
        label={t`To`}
        options={options}
        value={person?.id ?? null}
        onChange={(id) => {
          const row = listed.find((one) => one.id === id);
          setPerson(row ? { id: row.id, name: row.name } : null);
          if (row) setText(row.name);
        }}
        text={text}
        onText={setText}
        empty={t`Nobody in the book has that name.`}
        placeholder={t`Type a part of the name`}
        autoFocus={begun.person === null}
      />
      <Select label={t`What for`} options={kinds.map((id) => ({ id, label: kindName(id) }))} value={kind} onChange={setKind} />
      {ofKind.length > 0 && (
        <Select
          label={t`Begin with`}
          options={[{ id: BEST, label: t`What fits them best` }, ...ofKind.map(({ key, title, language }) => ({ id: key, label: title, detail: languageName(language) }))]}
          value={isThere ? template : BEST}
          onChange={setTemplate}
        />
      )}
      {asks && <TextField label={t`Why you write`} value={reason} onChange={setReason} placeholder={reasonHint} hint={t`A few words that can stand in the letter; leave it empty if you like.`} />}
    </form>
  );
}
