/** The stages of a relationship as one line, walked up to where this one stands. */
import { Button } from "react-aria-components/Button";
import { join } from "../join";
import css from "./marks.module.css";

export interface StageTrackProps {
  /** What the line shows, for screen readers: "Stage of the relationship". */
  label: string;
  stages: readonly { id: string; label: string }[];
  current: string | null;
  /** Makes each stage a button. */
  onChoose?: (id: string) => void;
}

export function StageTrack({ label, stages, current, onChoose }: StageTrackProps) {
  const here = stages.findIndex((stage) => stage.id === current);
  return (
    <ol className={css.track} aria-label={label}>
      {stages.map((stage, i) => {
        const look = join(css.stage, i < here && css.past, i === here && css.now);
        const step = i === here ? ({ "aria-current": "step" } as const) : {};
        return onChoose ? (
          <li key={stage.id} className={css.step} {...step}>
            <Button className={look} onPress={() => onChoose(stage.id)}>{stage.label}</Button>
          </li>
        ) : (
          <li key={stage.id} className={look} title={stage.label} {...step}>{stage.label}</li>
        );
      })}
    </ol>
  );
}
