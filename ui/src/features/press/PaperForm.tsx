/** A sheet for somebody: how it will look, the few things there are to choose, and the way into a file. Enter saves. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Save } from "lucide-react";
import { useState } from "react";
import type { LetterSheet } from "../../bindings/LetterSheet";
import type { LetterSheetKind } from "../../bindings/LetterSheetKind";
import type { PressFormat } from "../../bindings/PressFormat";
import { Button } from "../../components/controls/Button";
import { NumberField } from "../../components/controls/NumberField";
import { Select } from "../../components/controls/Select";
import { TextArea } from "../../components/controls/TextArea";
import { TextField } from "../../components/controls/TextField";
import { Radios } from "../../components/controls/Toggles";
import { Notice } from "../../components/layout/States";
import type { Saying } from "../../frame/actions";
import { useKept } from "../../frame/kept";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";
import { toFailure } from "../../host/failure";
import { shell } from "../../host/shell";
import { useSentence } from "../../strings/sentences";
import { PageView } from "./Look";
import css from "./press.module.css";
import { letterLook } from "./queries";
import { fileNameOf, onPaper } from "./sheets";

const kinds = ["letter", "card", "handwriting", "envelope", "labels", "video"] as const satisfies readonly LetterSheetKind[];
/** As many words as a thank-you is read with pleasure. */
const MANY = 90;

export function PaperForm({ asked, onDone }: { asked: Saying["press.letter"]; onDone: () => void }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const [kind, setKind] = useState<LetterSheetKind>(asked.kind ?? "card");
  const [size, setSize] = useKept<"a6" | "a5">(["press", "cardSize"], "a6");
  const [format, setFormat] = useKept<PressFormat>(["press", "cardForm"], "pdf");
  const [front, setFront] = useState("");
  const [text, setText] = useState("");
  const [skip, setSkip] = useState(0);
  const [page, setPage] = useState(0);
  const [path, setPath] = useState("");
  const { draft, people } = asked;
  const hasWords = kind === "card" || kind === "handwriting" || kind === "video";
  const what: LetterSheet = {
    kind, size, tones: "colour", people: people.map(({ id }) => id),
    ...(draft && { draft }), ...(front.trim() && kind === "card" && { front }), ...(!draft && hasWords && text.trim() && { text }), skip: kind === "labels" ? skip : 0,
  };
  const { data, error, isPlaceholderData } = useQuery({ ...letterLook({ what, page }), placeholderData: keepPreviousData });
  const isLong = error !== null && toFailure(error).details.why === "long";
  const names = { letter: t`The letter itself`, card: t`A card to sign`, handwriting: t`By hand: the words and lines`, envelope: t`The envelope`, labels: t`Address labels`, video: t`A script for a short video` };
  const first = people[0]?.name ?? "";
  const write = useWrite({ run: (to: string) => core.press.printLetter({ what, format, path: to }), done: () => t`Written`, undo: false });
  const save = async () => {
    const name = fileNameOf(`${names[kind]} ${first}`, format);
    const to = shell.canPick() ? await shell.saveFile(t`Save the sheet`, name, [{ name: format.toUpperCase(), extensions: [format] }]) : path.trim();
    if (to) write.mutate(to, { onSuccess: onDone });
  };
  const without = data?.without.map((one) => one.name).join(", ") ?? "";
  const words = data?.words ?? 0;
  return (
    <form className={css.form} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {error ? <div className={css.look}><Notice tone={isLong ? "warn" : "danger"}>{isLong ? t`That is too much for a card. Shorten it, or take the larger one.` : sentence(error)}</Notice></div> : <PageView look={data?.look} page={page} onPage={setPage} isOld={isPlaceholderData} />}
      <div className={css.choices}>
        <Select label={t`What`} options={kinds.filter((id) => id !== "letter" || draft).map((id) => ({ id, label: names[id] }))} value={kind} onChange={(to) => { setKind(to); setPage(0); }} autoFocus />
        {kind !== "letter" && kind !== "labels" && kind !== "video" && <Radios label={t`Card`} bar options={[{ id: "a6", label: t`A6` }, { id: "a5", label: t`A5` }]} value={size} onChange={setSize} />}
        {kind === "card" && <TextField label={t`On the front`} value={front} onChange={setFront} placeholder={t`Thank you`} />}
        {!draft && hasWords && <TextArea label={kind === "card" ? t`Inside` : t`The words`} value={text} onChange={setText} letter rows={4} placeholder={t`Left empty, there is room to write.`} />}
        {kind === "labels" && <NumberField label={t`Labels used up on the first sheet`} value={skip} onChange={(to) => setSkip(to ?? 0)} min={0} max={23} />}
        {hasWords && words > MANY && <Notice tone="warn">{t`${plural(words, { other: "# words. A thank-you is read with pleasure up to 90." })}`}</Notice>}
        {without && kind !== "card" && kind !== "video" && <Notice tone="warn">{t`No postal address in the book: ${without}`}</Notice>}
        {kind === "card" && <p className={css.quiet}>{t`Print on both sides, turn over the short edge, fold in the middle, sign.`}</p>}
        <Select label={t`As`} options={onPaper.map((id) => ({ id, label: id.toUpperCase() }))} value={format} onChange={setFormat} />
        {!shell.canPick() && <TextField label={t`Path of the new file`} value={path} onChange={setPath} />}
        <div className={css.deeds}>
          <Button kind="primary" type="submit" icon={Save} keys="enter" isDisabled={error !== null} isPending={write.isPending}>{write.isPending ? t`Writing…` : t`Save…`}</Button>
        </div>
      </div>
    </form>
  );
}
