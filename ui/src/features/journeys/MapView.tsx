/** The map: stages over their steps, the curve of how they feel, and a row a lane. One stop of the Tab key; arrow keys walk inside. */
import { useLingui } from "@lingui/react/macro";
import { Plus } from "lucide-react";
import { type CSSProperties, type KeyboardEvent, useEffect, useEffectEvent, useRef } from "react";
import type { JourneyMap } from "../../bindings/JourneyMap";
import { Button } from "../../components/controls/Button";
import { join } from "../../components/join";
import { useChoices } from "../../frame/choices";
import { CurveRow } from "./CurveRow";
import css from "./journeys.module.css";
import { Lanes } from "./Lanes";
import { NameField } from "./NameField";
import { StepHead } from "./StepHead";
import { SpotMenu } from "./SpotMenu";
import { spotKey, type useMap } from "./useMap";
import { useMapDrag } from "./useMapDrag";
import { arrows, columnsOf, walk } from "./walk";

export function MapView({ map, at }: { map: JourneyMap; at: ReturnType<typeof useMap> }) {
  const { t } = useLingui();
  const { letterKeys } = useChoices();
  const { root, said, deeds, state } = at;
  const { spot, adding, naming } = state;
  const columns = columnsOf(map, adding);
  const box = useRef<HTMLDivElement>(null);
  const drag = useMapDrag(() => box.current, deeds.move);
  const { held: pointed } = drag;
  const held = pointed?.what;
  const heldStage = map.stages.find((one) => one.id === held?.stage);
  const heldName = held?.step === null ? heldStage?.name : heldStage?.steps.find((one) => one.id === held?.step)?.name;
  const over = pointed?.over;
  // The end of a stage is marked behind its last column, the end of the map behind its last stage.
  const marks = (stage: string, step: string | null, isLast: boolean) => {
    if (!held || !over || (held.step === null) !== (step === null)) return null;
    if (over.before !== null) return over.before === (step ?? stage) && css.markBefore;
    return isLast && (step === null || over.stage === stage) && css.markAfter;
  };

  const arrive = useEffectEvent(() => {
    if (document.activeElement === document.body || document.activeElement?.closest("nav")) deeds.goTo(spot);
  });
  useEffect(() => arrive(), []);

  const answers = (key: string, alt: boolean): boolean => {
    if (alt) {
      if (key !== "ArrowLeft" && key !== "ArrowRight") return false;
      deeds.by(spot, key === "ArrowLeft" ? -1 : 1);
    } else if (arrows.includes(key)) deeds.goTo(walk(map, spot, key));
    else if (key === "Enter" || key === "F2" || key === " ") {
      deeds.edit(spot);
      if (spot.step !== null) intoSide();
    }
    else if (key === "Delete" || key === "Backspace") deeds.remove(spot);
    else if (letterKeys && key.toLowerCase() === "n") deeds.add(spot);
    else if (key === "ContextMenu" || (letterKeys && key.toLowerCase() === "m")) deeds.ask(spotKey(spot));
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset["spot"] === undefined) return;
    if (event.ctrlKey || event.metaKey) return;
    if (answers(event.key, event.altKey)) event.preventDefault();
  };
  return (
    <div ref={box} className={css.mapBox}>
      <p id="journey-keys" hidden>{t`Arrow keys move. N new step, Enter change, M or the menu key everything that can be done, Alt and arrow left or right reorder, Delete remove.`}</p>
      <p className="unseen" role="status">{said}</p>
      <div
        ref={root}
        role="group"
        aria-label={t`The map`}
        aria-describedby="journey-keys"
        className={join(css.map, held && css.dragging)}
        onPointerDown={drag.onPointerDown}
        style={{ "--columns": columns.length } as CSSProperties}
        onKeyDown={onKeyDown}
      >
        <div className={css.corner} />
        {map.stages.map((stage, place) => {
          const wide = columns.filter((column) => column.stage.id === stage.id).length;
          const { name } = stage;
          const here = spot.stage === stage.id && spot.step === null;
          return (
            <div key={stage.id} data-column="stage" data-in={stage.id} className={join(css.stage, here && css.here, held?.step === null && held.stage === stage.id && css.held, marks(stage.id, null, place === map.stages.length - 1))} style={{ gridColumn: `span ${wide}` }}>
              {naming === stage.id ? (
                <NameField label={t`Name of the stage`} name={name} placeholder={t`What is it called?`} onSave={(to) => deeds.renameStage(stage.id, to)} onLeave={deeds.leave} />
              ) : (
                <h2
                  className={css.stageName}
                ><span role="button" tabIndex={here ? 0 : -1} data-spot={stage.id} aria-describedby="journey-keys" onFocus={() => here || deeds.goTo({ stage: stage.id, step: null })} onDoubleClick={() => deeds.edit({ stage: stage.id, step: null })}><bdi>{stage.name}</bdi></span></h2>
              )}
              <Button kind="quiet" size="s" icon={Plus} className={css.plus} excludeFromTabOrder aria-label={t`Add a step to ${name}`} onPress={() => deeds.add({ stage: stage.id, step: null })} />
              <SpotMenu map={map} spot={{ stage: stage.id, step: null }} name={name} deeds={deeds} />
            </div>
          );
        })}
        <CurveRow columns={columns} />
        <div className={css.lane}>{t`Step`}</div>
        {columns.map((column) =>
          column.kind === "step" ? (
            <StepHead
              key={column.step.id}
              map={map}
              stage={column.stage}
              step={column.step}
              isCurrent={spot.step === column.step.id}
              deeds={deeds}
              mark={join(held?.step === column.step.id && css.held, marks(column.stage.id, column.step.id, column.stage.steps.at(-1) === column.step))}
            />
          ) : (
            <div key={`${column.kind}:${column.stage.id}`} data-column="step" data-in={column.stage.id} className={join(css.stepHead, marks(column.stage.id, "", true))}>
              {column.kind === "adding" ? (
                <NameField key={adding?.after ?? ""} label={t`Name of the new step`} name="" placeholder={t`What happens?`} onSave={deeds.saveNew} onLeave={deeds.leave} />
              ) : (
                <span className={css.none}>{t`No step yet`}</span>
              )}
            </div>
          ),
        )}
        {pointed && <div className={css.ghost} aria-hidden style={{ transform: `translate(${pointed.x + 8}px, ${pointed.y + 8}px)` }}>{heldName}</div>}
        <Lanes columns={columns} onOpen={(to) => deeds.edit(to)} />
      </div>
    </div>
  );
}

/** By key one goes on to what is written about the step, as soon as it stands beside the map. */
const intoSide = () => requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById("journey-step")?.querySelector("button")?.focus()));
