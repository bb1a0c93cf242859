/** What is wrong with a template, in words, with its place. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { TemplateProblem } from "../../bindings/TemplateProblem";
import { isolated } from "../../frame/isolated";
import { customFields } from "../../frame/customFields";
import { useFieldName } from "./templateFields";

/** As they stand in a template; in a message of the catalogue braces mean something else. */
const [opening, closing, condition, end] = ["{{", "}}", "{% if … %}", "{% endif %}"];

/** `person`: on whom it was tried. */
export function useFaultWords(): (problem: TemplateProblem, person?: string) => string {
  const { t } = useLingui();
  const fieldName = useFieldName();
  const own = useQuery(customFields).data ?? [];
  return ({ kind, field }, person) => {
    const written = field ?? "";
    const named = fieldName(written);
    const name = person ? isolated(person) : "";
    switch (kind) {
      case "missingField":
        if (written.startsWith("sender.")) return t`Settings does not say “${named}” yet. Say there who signs your letters, or give a fall-back.`;
        if (written.startsWith("custom.")) {
          const mine = own.find(({ word }) => word !== "" && written === `custom.${word}`);
          if (!mine) return t`There is no field of yours called “${written}” that letters may mention.`;
          if (!mine.mention) return t`Settings says that letters may not mention “${named}”.`;
          if (mine.sensitive) return t`“${named}” is sensitive. It stands in letters only to those who have it and agreed to it. Give a fall-back.`;
        }
        if (written === "reason") return t`“${named}” is asked for when a letter is begun. Give a fall-back for when nothing is said.`;
        return name ? t`The book does not know “${named}” of ${name}. Give a fall-back, or fill it in on their page.` : t`Not everybody has “${named}”. Give a fall-back.`;
      case "unknownField":
        return t`There is no field called “${written}”.`;
      case "unknownFilter":
        return written ? t`“${written}” is nothing that a template can do.` : t`This asks for something that a template cannot do.`;
      case "runaway":
        return t`This is longer than a template may be, or would take too long.`;
      case "syntax":
        return t`This cannot be read. Every ${opening} needs its ${closing}, every ${condition} its ${end}.`;
    }
  };
}
