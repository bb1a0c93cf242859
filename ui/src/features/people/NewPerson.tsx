/** Puts a person into the book: a name is enough. What was typed survives Esc. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useRef, useState } from "react";
import type { NewPerson as Input } from "../../bindings/NewPerson";
import { Button } from "../../components/controls/Button";
import { TextArea } from "../../components/controls/TextArea";
import { TextField } from "../../components/controls/TextField";
import { Notice } from "../../components/layout/States";
import { Dialog } from "../../components/overlays/Dialog";
import { useAction } from "../../frame/actions";
import { useKeptForm } from "../../frame/kept";
import { useSentence } from "../../strings/sentences";
import { useCreatePerson } from "./actions";
import css from "./parts.module.css";
import { findPeople } from "./queries";
import { splitName } from "./splitName";

const FORM = "new-person";

/** Stands on every page. */
export function NewPerson() {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  useAction("people.add", () => setOpen(true));
  const close = () => setOpen(false);
  return (
    <Dialog
      title={t`New person`}
      isOpen={isOpen}
      onClose={close}
      closeLabel={t`Close`}
      footer={<Button kind="primary" type="submit" form={FORM} keys="enter"><Trans>Put into the book</Trans></Button>}
    >
      <NewForm onClose={close} />
    </Dialog>
  );
}

const blank = { name: "", given: null as string | null, family: null as string | null, title: "", organisation: "", phone: "", email: "", note: "" };

function formToPerson(form: typeof blank): Input {
  const parts = splitName(form.name);
  const own = form.given !== null || form.family !== null;
  const reaches: Input["reaches"] = [];
  if (form.phone.trim()) reaches.push({ kind: "phone", value: form.phone, preferred: true });
  if (form.email.trim()) reaches.push({ kind: "email", value: form.email, preferred: true });
  return {
    name: form.name.trim(),
    given: (form.given ?? parts.given).trim(),
    family: (form.family ?? parts.family).trim(),
    ...(!own && parts.middle && { middle: parts.middle }),
    ...(form.note.trim() && { note: form.note.trim() }),
    roles: form.organisation.trim() ? [{ organisation: form.organisation.trim(), title: form.title.trim() }] : [],
    reaches, extra: [], ties: [], dates: [], tags: [],
  };
}

function NewForm({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const navigate = useNavigate();
  const create = useCreatePerson();
  const { values, set, forget } = useKeptForm(["people", "new"], blank);
  const name = useRef<HTMLInputElement>(null);
  const [tried, setTried] = useState(false);
  const guess = splitName(values.name);
  const nameless = values.name.trim() === "";
  const homeless = values.title.trim() !== "" && values.organisation.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (nameless) return name.current?.focus();
    if (homeless || create.isPending) return;
    create.mutate(formToPerson(values), {
      onSuccess: ({ row }) => {
        forget();
        onClose();
        void navigate({ to: "/people/$personId", params: { personId: row.id } });
      },
    });
  };
  return (
    <form id={FORM} className={css.form} onSubmit={submit}>
      {create.error && <Notice tone="danger">{sentence(create.error)}</Notice>}
      <TextField label={t`Name`} hint={t`As they write it themselves.`} value={values.name} onChange={(to) => set({ name: to })} autoFocus inputRef={name} error={tried && nameless ? t`A name is needed.` : null} />
      <Namesakes name={values.name} onGo={onClose} />
      <div className={css.pair}>
        <TextField label={t`Given name`} value={values.given ?? guess.given} onChange={(given) => set({ given })} />
        <TextField label={t`Family name`} value={values.family ?? guess.family} onChange={(family) => set({ family })} />
      </div>
      <div className={css.pair}>
        <TextField label={t`Role`} value={values.title} onChange={(title) => set({ title })} />
        <TextField label={t`Organisation`} value={values.organisation} onChange={(organisation) => set({ organisation })} error={tried && homeless ? t`A role needs the organisation it is in.` : null} />
      </div>
      <div className={css.pair}>
        <TextField label={t`Phone`} type="tel" value={values.phone} onChange={(phone) => set({ phone })} />
        <TextField label={t`E-mail`} type="email" value={values.email} onChange={(email) => set({ email })} />
      </div>
      <TextArea label={t`Remember`} letter rows={2} value={values.note} onChange={(note) => set({ note })} placeholder={t`What you want to know before you call`} />
    </form>
  );
}

/** Says when somebody of that name is in the book already. */
function Namesakes({ name, onGo }: { name: string; onGo: () => void }) {
  const text = name.trim();
  const found = useQuery({ ...findPeople(text), enabled: text.length > 3 });
  const same = text.length > 3 && !found.isPlaceholderData ? found.data?.items[0] : undefined;
  if (!same) return null;
  const { name: theirs, organisation } = same;
  return (
    <Notice end={<Link to="/people/$personId" params={{ personId: same.id }} onClick={onGo}><Trans>Open</Trans></Link>}>
      <Trans><bdi>{theirs}</bdi> is in the book already.</Trans> <bdi>{organisation}</bdi>
    </Notice>
  );
}
