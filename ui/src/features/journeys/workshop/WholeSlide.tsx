/** The whole journey at once: its curve, its stages and steps. */
import type { CSSProperties } from "react";
import type { JourneyMap } from "../../../bindings/JourneyMap";
import { CurveRow } from "../CurveRow";
import mapCss from "../journeys.module.css";
import { columnsOf } from "../walk";
import css from "./workshop.module.css";

export function WholeSlide({ map }: { map: JourneyMap }) {
  const columns = columnsOf(map, null);
  return (
    // Wider than the screen it scrolls; reached by key, it does so by the arrow keys of a region of its own.
    <div className={css.whole}>
      <div className={css.wholeMap} style={{ "--columns": columns.length } as CSSProperties}>
        <div className={mapCss.corner} />
        {map.stages.map((stage) => (
          <div key={stage.id} className={css.wholeStage} style={{ gridColumn: `span ${Math.max(1, stage.steps.length)}` }}><h2 className={css.wholeName}><bdi>{stage.name}</bdi></h2></div>
        ))}
        <CurveRow columns={columns} />
        <div />
        {columns.map((column) => (
          <p key={column.kind === "step" ? column.step.id : `${column.kind} ${column.stage.id}`} className={css.wholeStep}>{column.kind === "step" && <bdi>{column.step.name}</bdi>}</p>
        ))}
      </div>
    </div>
  );
}
