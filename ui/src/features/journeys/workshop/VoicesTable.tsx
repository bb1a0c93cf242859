/** Steps by person: how each feels to whom, where they disagree, and what is taken of it. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { JourneyMap } from "../../../bindings/JourneyMap";
import type { StepFeeling } from "../../../bindings/StepFeeling";
import type { WorkshopFile } from "../../../bindings/WorkshopFile";
import type { WorkshopRow } from "../../../bindings/WorkshopRow";
import type { WorkshopTable } from "../../../bindings/WorkshopTable";
import { Button } from "../../../components/controls/Button";
import { Select } from "../../../components/controls/Select";
import { Chip } from "../../../components/marks/Chip";
import { Felt } from "../../../components/marks/Felt";
import { useRowStops } from "../../../frame/rowStops";
import { feelingOf } from "../../../strings/feelings";
import { useMergeWorkshop } from "../actions";
import mapCss from "../journeys.module.css";
import { useSeenWords } from "../words";
import css from "./join.module.css";
import { type Choice, LEAVE, agreed, choicesOf, pickOf } from "./picks";

interface VoicesProps {
  map: JourneyMap;
  files: readonly WorkshopFile[];
  table: WorkshopTable;
  onDone: () => void;
}

export function VoicesTable({ map, files, table, onDone }: VoicesProps) {
  const { t } = useLingui();
  const merge = useMergeWorkshop();
  const { ref, onKeyDownCapture, onFocus } = useRowStops();
  const [taken, take] = useState<Readonly<Record<string, string>>>({});
  const { voices, rows } = table;
  const names = [t`Our map`, ...voices.map(({ by }, i) => {
    const number = i + 1;
    return by || t`Copy ${number}`;
  })];
  const picks = rows.flatMap((row) => pickOf(row.key, taken[row.key] ?? LEAVE));
  const apart = rows.filter((row) => row.apart).length;
  const put = () => merge.mutate({ journey: map.id, files: [...files], picks }, { onSuccess: onDone });
  return (
    <>
      <p className={css.quiet}>
        {t`Our map counts as one of those asked. Of two in the middle the lower one is taken.`}{" "}
        {apart > 0 && t`${plural(apart, { one: "They disagree about # step.", other: "They disagree about # steps." })}`}
      </p>
      <div className={mapCss.tableBox} role="region" aria-label={t`What everybody feels`}>
        <table ref={ref} className={mapCss.table} onKeyDownCapture={onKeyDownCapture} onFocus={onFocus}>
          <thead>
            <tr>
              <th scope="col">{t`Step`}</th>
              {names.map((name, i) => <th key={i} scope="col"><bdi>{name}</bdi></th>)}
              <th scope="col">{t`In the middle`}</th>
              <th scope="col">{t`Take`}</th>
            </tr>
          </thead>
          <tbody>{rows.map((row) => <Row key={row.key} row={row} names={names} value={taken[row.key] ?? LEAVE} onTake={(to) => take({ ...taken, [row.key]: to })} />)}</tbody>
        </table>
      </div>
      <div className={css.deeds}>
        <Button onPress={() => take({ ...taken, ...agreed(rows) })}>{t`The middle wherever they agree`}</Button>
        <Button kind="primary" isDisabled={picks.length === 0} isPending={merge.isPending} onPress={put}>{picks.length === 0 ? t`Take over` : t`Take over ${plural(picks.length, { one: "# step", other: "# steps" })}`}</Button>
      </div>
    </>
  );
}

function Row({ row, names, value, onTake }: { row: WorkshopRow; names: readonly string[]; value: string; onTake: (to: string) => void }) {
  const { t } = useLingui();
  const { signed } = useSeenWords();
  const { stage, name, felt, has, median, spread, apart, only } = row;
  const alone = names[has.indexOf(true)] ?? "";
  const words = (one: StepFeeling) => `${one.word} (${signed(one.value)})`;
  const choices = choicesOf(row);
  const labelOf = ({ kind, feeling, voice }: Choice): string => {
    const said = feeling ? words(feeling) : "";
    const who = names[voice] ?? "";
    switch (kind) {
      case "leave":
        return row.step ? t`leave it` : t`leave it out`;
      case "median":
        return t`the middle: ${said}`;
      case "voice":
        return t`${who}: ${said}`;
      case "unsaid":
        return t`add it, no feeling`;
    }
  };
  const options = choices.map((choice) => ({ id: choice.id, label: labelOf(choice) }));
  return (
    <tr data-apart={apart || undefined} className={css.voiceRow}>
      <th scope="row">
        <span className={css.stageOf}><bdi>{stage}</bdi></span>
        <bdi>{name}</bdi>
        {only && <span className={css.mark}><Chip>{t`only ${alone} has it`}</Chip></span>}
      </th>
      {felt.map((one, i) => (
        <td key={i}>
          {one ? <span className={css.felt}><Felt value={feelingOf(one.value)} word={one.word} withWord /> <span className={css.value}>{signed(one.value)}</span></span> : <span className={mapCss.quietCell}>{has[i] ? t`not said` : "–"}</span>}
        </td>
      ))}
      <td className={mapCss.figure}>
        {median === null ? <span className={mapCss.quietCell}>–</span> : signed(median)}
        {apart && <span className={css.mark}><Chip tone="warn">{t`${spread} apart`}</Chip></span>}
      </td>
      <td className={css.take}><Select plain quietLabel label={t`What to take: ${name}`} options={options} value={value} onChange={onTake} /></td>
    </tr>
  );
}
