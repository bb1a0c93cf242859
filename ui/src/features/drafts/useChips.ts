/** What chips say, and what pressing one does. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { customFields } from "../../frame/customFields";
import { isolated } from "../../frame/isolated";
import type { ShownChips } from "./LetterEditor";
import { useFieldName } from "./templateFields";
import type { Tag } from "./templateTags";

export function useChipWords(): (tag: Tag) => string {
  const { t } = useLingui();
  const called = useFieldName();
  // A name of the user's own may be written the other way round.
  const fieldName = (field: string) => (field.startsWith("custom.") ? isolated(called(field)) : called(field));
  return (tag) => {
    if ("raw" in tag) return tag.kind === "else" ? t`otherwise` : tag.kind === "endif" ? t`end of “only if”` : tag.raw;
    const name = fieldName(tag.field);
    if (tag.kind !== "field") return tag.kind === "if" ? t`only if there is: ${name}` : t`otherwise, if there is: ${name}`;
    const instead = [tag.orField && fieldName(tag.orField), tag.orWords && `“${tag.orWords}”`].filter(Boolean).join(" / ");
    return instead ? t`${name}, else ${instead}` : name;
  };
}

/** Without `onPress` they are only read. */
export function useChips(onPress?: (tag: Tag) => void): ShownChips {
  const { i18n } = useLingui();
  const label = useChipWords();
  const own = useQuery(customFields).data ?? [];
  return { key: [i18n.locale, ...own.map(({ word, name }) => `${word}=${name}`)].join("\n"), label, onPress: onPress ?? (() => undefined) };
}
