/** Choices among what stands in the book: tags, organisations, languages, sources. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createContext, useContext, useState } from "react";
import { ComboBox } from "../../components/controls/ComboBox";
import { Select } from "../../components/controls/Select";
import { useFormat } from "../../frame/format";
import { segmentList } from "../../frame/segmentList";
import { choices } from "./queries";
import css from "./segments.module.css";

export function TagPick({ value, onChange }: { value: string; onChange: (tag: string) => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const tags = useQuery(choices("")).data?.tags ?? [];
  const options = tags.map(({ id, name, people }) => ({ id, label: name, detail: people === undefined ? "" : format.number(people) }));
  return <Select className={css.wide} label={t`Tag`} quietLabel placeholder={t`choose a tag`} options={options} value={value || null} onChange={onChange} />;
}

/** The segment whose rule is being built: it is not offered to itself. */
export const OwnSegment = createContext<string | null>(null);

export function SegmentPick({ value, onChange }: { value: string; onChange: (segment: string) => void }) {
  const { t } = useLingui();
  const own = useContext(OwnSegment);
  const format = useFormat();
  const all = useQuery(segmentList).data ?? [];
  const others = all.filter(({ id }) => id !== own || id === value);
  const options = others.map(({ id, name, count }) => ({ id, label: name, detail: count === null ? "" : format.number(count) }));
  return <Select className={css.wide} label={t`Segment`} quietLabel placeholder={t`choose a segment`} options={options} value={value || null} onChange={onChange} />;
}

export function OrganisationPick({ value, name, onChange }: { value: string; name: string | undefined; onChange: (organisation: string) => void }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? name ?? "";
  // What stands in the field because it was chosen is not looked for.
  const found = useQuery(choices(typed ?? "")).data?.organisations ?? [];
  const options = found.map((one) => ({ id: one.id, label: one.name, detail: peopleIn(one.people) }));
  return (
    <ComboBox
      className={css.wide}
      label={t`Organisation`}
      quietLabel
      placeholder={t`type a part of its name`}
      options={options}
      value={value || null}
      onChange={(id) => {
        const label = options.find((one) => one.id === id)?.label;
        if (id === null || label === undefined) return;
        setTyped(label);
        onChange(id);
      }}
      text={text}
      onText={setTyped}
      empty={t`No organisation has that in its name.`}
    />
  );

  function peopleIn(people: number): string {
    return t`${plural(people, { one: "# person", other: "# people" })}`;
  }
}

/** A word that stands on people already, or another one. */
export function WordPick({ of, value, onChange }: { of: "languages" | "sources"; value: string; onChange: (word: string) => void }) {
  const { t } = useLingui();
  const language = useLanguageName();
  const words = useQuery(choices("")).data?.[of] ?? [];
  const options = words.map((word) => ({ id: word, label: word, detail: of === "languages" ? language(word) : "" }));
  const fits = options.filter((one) => `${one.label} ${one.detail}`.toLowerCase().includes(value.toLowerCase().trim()));
  return (
    <ComboBox
      className={css.wide}
      label={of === "languages" ? t`Language` : t`Source`}
      quietLabel
      placeholder={of === "languages" ? t`en, de, pt-BR …` : t`as it stands on the person`}
      options={fits}
      value={words.includes(value) ? value : null}
      onChange={(id) => id !== null && onChange(id)}
      text={value}
      onText={onChange}
      empty={t`Nobody has this yet.`}
      free
    />
  );
}

/** "German" for `de`; nothing for what no dictionary knows. */
function useLanguageName(): (tag: string) => string {
  const { region } = useFormat();
  return (tag) => {
    try {
      const name = new Intl.DisplayNames([region], { type: "language" }).of(tag) ?? "";
      return name.toLowerCase() === tag ? "" : name;
    } catch {
      return "";
    }
  };
}
