/** Where each column of a table goes. Known programs need no questions: the table is folded away then. */
import { useLingui } from "@lingui/react/macro";
import type { ContactField } from "../../bindings/ContactField";
import type { TableHead } from "../../bindings/TableHead";
import type { TableMapping } from "../../bindings/TableMapping";
import { Select } from "../../components/controls/Select";
import { fieldNames } from "./fields";
import css from "./exchange.module.css";

export interface ColumnsProps {
  table: TableHead;
  mapping: TableMapping;
  onMapping: (mapping: TableMapping) => void;
}

export function Columns({ table, mapping, onMapping }: ColumnsProps) {
  const { t, i18n } = useLingui();
  const options = (Object.keys(fieldNames) as ContactField[]).map((id) => ({ id, label: i18n._(fieldNames[id]) }));
  const set = (index: number, field: ContactField) =>
    onMapping({
      columns: mapping.columns.map((column, i) => (i === index ? { ...column, target: { ...column.target, field } } : column)),
    });
  return (
    <details className={css.columns} open={table.layout === "other"}>
      <summary>{t`Columns`}</summary>
      <ul>
        {mapping.columns.map((column, index) => (
          <li key={`${index} ${column.header}`}>
            <span className={css.header}><bdi>{column.header}</bdi></span>
            <span className={css.sample}><bdi>{table.sample.map((row) => row[index]).find((cell) => cell) ?? ""}</bdi></span>
            <Select label={column.header} quietLabel plain options={options} value={column.target.field} onChange={(field) => set(index, field)} />
          </li>
        ))}
      </ul>
    </details>
  );
}
