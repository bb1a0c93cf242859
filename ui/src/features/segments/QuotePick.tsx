/** Keeping what somebody said: chosen from what members said last, shortened to the words that count; or heard elsewhere. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { TextArea } from "../../components/controls/TextArea";
import { useFormat } from "../../frame/format";
import { useSaveQuote } from "./actions";
import css from "./plan.module.css";
import { quotable } from "./queries";

const elsewhere = "elsewhere";

export function QuotePick({ segment, persona, onDone }: { segment: string; persona: string; onDone: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const save = useSaveQuote();
  const { data: said } = useQuery(quotable(segment));
  const [from, setFrom] = useState(elsewhere);
  const [text, setText] = useState("");
  const choose = (id: string) => {
    setFrom(id);
    const touch = said?.find((one) => one.id === id);
    if (touch && text.trim() === "") setText(touch.text);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") save.mutate({ persona, text, ...(from !== elsewhere && { touchpoint: from }) }, { onSuccess: onDone });
  };
  return (
    <form className={css.form} onSubmit={send} aria-label={t`Keep a quote`} onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && onDone()}>
      <Select
        label={t`Where it was said`}
        options={[{ id: elsewhere, label: t`Heard elsewhere` }, ...(said ?? []).map((one) => ({ id: one.id, label: [one.people[0]?.name, format.day(one.at)].filter(Boolean).join(", "), detail: one.title || one.text.slice(0, 60) }))]}
        value={from}
        onChange={choose}
        className={css.grow}
        autoFocus
      />
      <TextArea label={t`The words that count`} value={text} onChange={setText} letter rows={3} className={css.whole} />
      <div className={css.formEnd}>
        <Button kind="quiet" onPress={onDone}>{t`Back`}</Button>
        <Button type="submit" isPending={save.isPending} isDisabled={text.trim() === ""}>{t`Keep it`}</Button>
      </div>
    </form>
  );
}
