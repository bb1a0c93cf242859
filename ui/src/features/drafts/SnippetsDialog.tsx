/** A few words to put in where one writes: one’s own, calm ones, and answers to what customers ask. Enter takes the first. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Plus, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { Snippet } from "../../bindings/Snippet";
import { Button } from "../../components/controls/Button";
import { TextArea } from "../../components/controls/TextArea";
import { TextField } from "../../components/controls/TextField";
import { Notice } from "../../components/layout/States";
import { Chip } from "../../components/marks/Chip";
import { Dialog } from "../../components/overlays/Dialog";
import { isolated } from "../../frame/isolated";
import { useSentence } from "../../strings/sentences";
import { useRemoveSnippet, useSaveSnippet } from "./actions";
import { snippets } from "./queries";
import css from "./snippets.module.css";

export interface SnippetsDialogProps {
  /** The letter’s language: words of another are not offered. */
  language: string;
  onPick: (text: string) => void;
  onClose: () => void;
}

export function SnippetsDialog({ language, onPick, onClose }: SnippetsDialogProps) {
  const { t } = useLingui();
  const sentence = useSentence();
  const { data, error } = useQuery(snippets);
  const [wanted, setWanted] = useState("");
  const [adds, setAdds] = useState(false);
  const words = wanted.trim().toLocaleLowerCase().split(/\s+/);
  const main = (tag: string) => tag.split("-")[0];
  const offered = (data ?? []).filter((one) => one.language === "" || main(one.language) === main(language || "en"));
  const found = offered.filter((one) => words.every((word) => `${one.title} ${one.text}`.toLocaleLowerCase().includes(word)));
  const pick = ({ text }: Snippet) => {
    onClose();
    // The sheet takes the focus back first.
    requestAnimationFrame(() => onPick(text));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const [first] = found;
    if (first) pick(first);
  };
  return (
    <Dialog title={t`Put words in`} isOpen onClose={onClose} closeLabel={t`Close`}>
      {error && <Notice tone="danger">{sentence(error)}</Notice>}
      <form onSubmit={onSubmit}>
        <TextField aria-label={t`Find words`} placeholder={t`Find words`} value={wanted} onChange={setWanted} autoFocus />
      </form>
      {data && found.length === 0 && <p className={css.none}><Trans>No words like that. Keep your own below.</Trans></p>}
      <ul className={css.list} aria-label={t`Words`}>
        {found.map((one) => <li key={one.id ?? one.question ?? `${one.language} ${one.title}`}><Row snippet={one} onPick={() => pick(one)} /></li>)}
      </ul>
      {adds ? <Own language={language} onDone={() => setAdds(false)} /> : <Button size="s" kind="quiet" icon={Plus} onPress={() => setAdds(true)}><Trans>Keep words of your own</Trans></Button>}
    </Dialog>
  );
}

function Row({ snippet, onPick }: { snippet: Snippet; onPick: () => void }) {
  const { t } = useLingui();
  const remove = useRemoveSnippet();
  const { id, question, title, text } = snippet;
  const name = isolated(title);
  return (
    <div className={css.row}>
      <div className={css.words}>
        <span className={css.title}>
          <bdi>{title}</bdi>
          {question !== null && <Chip>{t`answer`}</Chip>}
          {id !== null && <Chip tone="accent">{t`your own`}</Chip>}
        </span>
        <bdi className={css.text}>{text}</bdi>
      </div>
      {id !== null && <Button size="s" kind="quiet" icon={Trash2} aria-label={t`Remove: ${name}`} onPress={() => remove.mutate(id)} />}
      <Button size="s" aria-label={t`Put in: ${name}`} onPress={onPick}><Trans>Put in</Trans></Button>
    </div>
  );
}

function Own({ language, onDone }: { language: string; onDone: () => void }) {
  const { t } = useLingui();
  const save = useSaveSnippet();
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const keep = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (text.trim() !== "" && !save.isPending) save.mutate({ title, text, language: language.split("-")[0] || "en" }, { onSuccess: onDone });
  };
  return (
    <form className={css.own} onSubmit={keep}>
      <TextField label={t`What you call them`} value={title} onChange={setTitle} autoFocus />
      <TextArea label={t`The words`} value={text} onChange={setText} letter rows={2} placeholder={t`Use ___ for what you fill in each time.`} />
      <div><Button type="submit" size="s" isPending={save.isPending}><Trans>Keep them</Trans></Button></div>
    </form>
  );
}
