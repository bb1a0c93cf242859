/** The lanes below the curve: what the step is for them and for us, a row a question. Lanes that nobody filled are not drawn. */
import { useLingui } from "@lingui/react/macro";
import { join } from "../../components/join";
import css from "./journeys.module.css";
import type { Column, Spot } from "./walk";
import { lanes } from "./words";

export function Lanes({ columns, onOpen }: { columns: readonly Column[]; onOpen: (spot: Spot) => void }) {
  const { i18n } = useLingui();
  const filled = lanes.filter(({ id }) => columns.some((column) => column.kind === "step" && column.step[id] !== ""));
  return filled.map(({ id, name }) => [
    <div key={id} className={css.lane}>{i18n._(name)}</div>,
    ...columns.map((column, i) =>
      column.kind === "step" ? (
        <div key={`${id}:${column.step.id}`} className={join(css.cell, id === "thinking" && css.quote)} onDoubleClick={() => onOpen({ stage: column.stage.id, step: column.step.id })}>
          <bdi>{column.step[id]}</bdi>
        </div>
      ) : (
        <div key={`${id}:${i}`} className={css.cell} />
      ),
    ),
  ]);
}
