/** What to look at: stops first, then warnings; what could only be better waits behind a button while there is more to do. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { CheckId } from "../../bindings/CheckId";
import type { CoachFinding } from "../../bindings/CoachFinding";
import type { LetterKind } from "../../bindings/LetterKind";
import { Button } from "../../components/controls/Button";
import css from "./coach.module.css";
import { Finding, type FindingProps, type Where } from "./Finding";
import { useKindName } from "./kinds";

/** So many hints are shown at once when there is nothing else. */
const FEW = 2;

export interface FindingsProps extends Pick<FindingProps, "onFix" | "onShow" | "person"> {
  findings: readonly CoachFinding[];
  kind: LetterKind;
  onIgnore: (id: CheckId, where: Where) => void;
}

export function Findings({ findings, kind, person, onFix, onShow, onIgnore }: FindingsProps) {
  const { t } = useLingui();
  const kindName = useKindName();
  const [isOpen, setOpen] = useState(false);
  const of = (level: CoachFinding["level"]) => findings.filter((one) => one.level === level);
  const [stops, warnings, hints] = [of("stop"), of("warn"), of("hint")];
  const isFolded = hints.length > 0 && !(hints.length <= FEW && stops.length === 0 && warnings.length <= FEW);
  const shown = [...stops, ...warnings, ...(isFolded && !isOpen ? [] : hints)];
  return (
    <>
      {shown.length > 0 && (
        <ul className={css.checks}>
          {shown.map((finding, at) => (
            <Finding
              key={`${finding.id}.${finding.variant}.${at}`}
              finding={finding}
              kind={kindName(kind)}
              person={person}
              onFix={onFix}
              onShow={onShow}
              onIgnore={(where) => onIgnore(finding.id, where)}
            />
          ))}
        </ul>
      )}
      {isFolded && (
        <p className={css.fold}>
          <Button kind="quiet" size="s" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {isOpen ? t`Hide what could be better` : t`${plural(hints.length, { one: "One thing could be better", other: "# things could be better" })}`}
          </Button>
        </p>
      )}
    </>
  );
}
