/** Why somebody came, stayed or left, in their words. */
import { useLingui } from "@lingui/react/macro";
import { Pencil, Trash2 } from "lucide-react";
import type { ReasonGiven } from "../../bindings/ReasonGiven";
import { Button } from "../../components/controls/Button";
import { join } from "../../components/join";
import { Chip, type Tone } from "../../components/marks/Chip";
import { isolated } from "../../frame/isolated";
import { useRemoveReason } from "./actions";
import css from "./feedback.module.css";
import { SaidWhere } from "./SaidWhere";

const tones: Record<ReasonGiven["outcome"], Tone> = { chosen: "accent", stayed: "good", left: "warn" };

export function ReasonList({ label, reasons, onEdit }: { label: string; reasons: readonly ReasonGiven[]; onEdit: (reason: ReasonGiven) => void }) {
  const { t } = useLingui();
  const remove = useRemoveReason();
  const outcomes: Record<ReasonGiven["outcome"], string> = { chosen: t`why they chose us`, stayed: t`why they stayed`, left: t`why they left` };
  return (
    <ul className={css.list} aria-label={label}>
      {reasons.map((reason) => {
        const { id, outcome, text, theme, competitor, day, said } = reason;
        const name = isolated(text);
        const alike = isolated(theme);
        const other = isolated(competitor);
        return (
          <li key={id} className={join(css.row, css.cornered)}>
            <p className={css.words}><bdi>{text}</bdi></p>
            <p className={css.facts}>
              <span className={css.mark}><Chip tone={tones[outcome]}>{outcomes[outcome]}</Chip></span>
              <SaidWhere day={day} said={said} />
              {theme && <span>{t`like: ${alike}`}</span>}
              {competitor && <span>{t`beside ${other}`}</span>}
            </p>
            <div className={css.corner}>
              <Button size="s" kind="quiet" icon={Pencil} aria-label={t`Change: ${name}`} onPress={() => onEdit(reason)} />
              <Button size="s" kind="quiet" icon={Trash2} aria-label={t`Remove: ${name}`} onPress={() => remove.mutate(reason)} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
