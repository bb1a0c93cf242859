/** One template: its words on the left, what it says to one person on the right. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { LetterKind } from "../../bindings/LetterKind";
import type { NamedPerson } from "../../bindings/NamedPerson";
import type { TemplateRow } from "../../bindings/TemplateRow";
import type { TemplateVariant } from "../../bindings/TemplateVariant";
import { SplitPane } from "../../components/layout/SplitPane";
import { useKept, useKeptForm } from "../../frame/kept";
import { findPeople, type TemplateText, tried } from "./queries";
import { StarterView } from "./StarterView";
import { TemplateForm } from "./TemplateForm";
import { EVERY_WAY, textOn, type Way } from "./TemplateWay";
import { TemplatePreview } from "./TemplatePreview";
import { READING_MS } from "./useCoach";

export interface TemplateWords {
  title: string;
  kind: LetterKind;
  language: string;
  subject: string;
  body: string;
  variants: TemplateVariant[];
}

const wordsOf = (template: TemplateRow | undefined): TemplateWords => ({
  title: template?.title ?? "",
  kind: template?.kind ?? "checkIn",
  language: template?.language ?? "en",
  subject: template?.subject ?? "",
  body: template?.body ?? "",
  variants: template?.variants ?? [],
});

export interface TemplateDeskProps {
  /** Undefined: one that is not saved yet. */
  template: TemplateRow | undefined;
  all: readonly TemplateRow[];
  onShow: (key: string) => void;
}

export function TemplateDesk({ template, all, onShow }: TemplateDeskProps) {
  const { t } = useLingui();
  const form = useKeptForm<TemplateWords>(["template", template?.key ?? "new"], wordsOf(template));
  const words = form.values;
  const first = useQuery(findPeople("")).data?.items[0];
  const [chosen, choose] = useKept<NamedPerson | null>(["template", "for"], null);
  const person = chosen ?? (first ? { id: first.id, name: first.name } : null);
  const [way, setWay] = useState<Way>(EVERY_WAY);
  const outcome = useTried({ ...textOn(words, way), language: words.language }, way, person);
  // The core answers with all templates: the new one is that which was not there before.
  const made = (after: readonly TemplateRow[]) => after.find(({ key }) => all.every((one) => one.key !== key))?.key ?? template?.key ?? "";
  return (
    <SplitPane
      side={<TemplatePreview person={person} onPerson={choose} tried={outcome} />}
      sideLabel={t`What it says to one person`}
      sideWidth={330}
    >
      {template && !template.own ? (
        <StarterView template={template} onCopied={(after) => onShow(made(after))} />
      ) : (
        <TemplateForm template={template} form={form} outcome={outcome} way={way} onWay={setWay} person={person} onSaved={(after) => onShow(made(after))} onGone={() => onShow("")} />
      )}
    </SplitPane>
  );
}

/** What it says, a moment behind the typing. */
function useTried({ subject, body, language }: TemplateText, way: Way, person: NamedPerson | null) {
  const [calm, setCalm] = useState<TemplateText>({ subject, body, language });
  useEffect(() => {
    const pause = setTimeout(() => setCalm({ subject, body, language }), READING_MS);
    return () => clearTimeout(pause);
  }, [subject, body, language]);
  return useQuery(tried({ ...calm, ...(way !== EVERY_WAY && { channel: way }) }, person?.id)).data;
}
