/** The map as a table: the same content, a row a step, for screen readers and narrow windows. */
import { useLingui } from "@lingui/react/macro";
import type { JourneyMap } from "../../bindings/JourneyMap";
import { Button } from "../../components/controls/Button";
import { useRowStops } from "../../frame/rowStops";
import css from "./journeys.module.css";
import { StepWhere } from "./StepHead";
import { NameField } from "./NameField";
import type { MapDeeds } from "./useMap";
import type { Adding } from "./walk";
import { lanes, useFeltLine, useFlagWords, useSeenWords } from "./words";

export function MapTable({ map, deeds, adding }: { map: JourneyMap; deeds: MapDeeds; adding: Adding | null }) {
  const { t, i18n } = useLingui();
  const felt = useFeltLine();
  const seen = useSeenWords();
  const flag = useFlagWords();
  const { ref, onKeyDownCapture, onFocus } = useRowStops();
  const named = lanes.filter(({ id }) => map.stages.some((stage) => stage.steps.some((step) => step[id] !== "")));
  return (
    <div className={css.tableBox} role="region" aria-label={t`The map as a table`}>
      <table ref={ref} className={css.table} onKeyDownCapture={onKeyDownCapture} onFocus={onFocus}>
        <thead>
          <tr>
            <th scope="col">{t`Step`}</th>
            <th scope="col">{t`Through what`}</th>
            <th scope="col">{t`How it feels`}</th>
            <th scope="col">{t`What the log says`}</th>
            <th scope="col">{t`Deserves a look`}</th>
            {named.map(({ id, name }) => <th key={id} scope="col">{i18n._(name)}</th>)}
          </tr>
        </thead>
        {map.stages.map((stage) => (
          <tbody key={stage.id}>
            <tr className={css.group}>
              <th scope="rowgroup" colSpan={5 + named.length}>
                <span className={css.groupHead}><bdi>{stage.name}</bdi><Button kind="quiet" size="s" onPress={() => deeds.add({ stage: stage.id, step: null })}>{t`Add a step`}<span className="unseen">{stage.name}</span></Button></span>
              </th>
            </tr>
            {stage.steps.map((step) => (
              <tr key={step.id}>
                <th scope="row">
                  <Button kind="quiet" size="s" className={css.rowName} onPress={() => deeds.edit({ stage: stage.id, step: step.id })}><bdi>{step.name}</bdi></Button>
                  {step.momentOfTruth && <span className={css.truth}>{t`Moment of truth`}</span>}
                </th>
                <td><StepWhere step={step} /></td>
                <td>{felt(step)}</td>
                <td className={css.figure}>{seen.short(step.observed)}</td>
                <td>{step.flags.map(flag).join(", ")}</td>
                {named.map(({ id }) => <td key={id}><bdi>{step[id]}</bdi></td>)}
              </tr>
            ))}
            {adding?.stage === stage.id && (
              <tr>
                <td colSpan={5 + named.length}><NameField key={adding.after ?? ""} label={t`Name of the new step`} name="" placeholder={t`What happens?`} onSave={deeds.saveNew} onLeave={deeds.leave} /></td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}
