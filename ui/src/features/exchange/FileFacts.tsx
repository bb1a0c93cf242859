/** What the file is, and what has to be asked about it: columns of a table, days and months. */
import { useLingui } from "@lingui/react/macro";
import type { ImportPreview } from "../../bindings/ImportPreview";
import type { ReadOptions } from "../../bindings/ReadOptions";
import { Select } from "../../components/controls/Select";
import { Chip } from "../../components/marks/Chip";
import { useFormat } from "../../frame/format";
import { Columns } from "./Columns";
import { layouts } from "./words";
import css from "./exchange.module.css";

export interface FileFactsProps {
  preview: ImportPreview;
  options: ReadOptions;
  onOptions: (options: ReadOptions) => void;
}

export function FileFacts({ preview, options, onOptions }: FileFactsProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const { table, dateQuestion } = preview;
  const example = dateQuestion?.example ?? "";
  const counts = { created: format.number(preview.created), changed: format.number(preview.changed), same: format.number(preview.same), problems: format.number(preview.problems.length) };
  return (
    <>
      <div className={css.facts}>
        <Chip tone="accent">{table ? i18n._(layouts[table.layout]) : t`vCard`}</Chip>
        <Chip>{preview.encoding}</Chip>
      </div>
      <p className={css.sum}>
        <strong>{counts.created}</strong> {t`new`} · <strong>{counts.changed}</strong> {t`add to somebody`} · <strong>{counts.same}</strong> {t`known already`} · <strong>{counts.problems}</strong> {t`left out`}
      </p>
      {(dateQuestion || options.dateOrder) && (
        <Select
          label={dateQuestion ? t`Dates such as ${example}: what comes first?` : t`In dates, what comes first?`}
          options={[
            { id: "dayFirst", label: t`The day` },
            { id: "monthFirst", label: t`The month` },
          ]}
          value={options.dateOrder ?? dateQuestion?.suggestion ?? null}
          onChange={(dateOrder) => onOptions({ ...options, dateOrder })}
          placeholder={t`Please say`}
        />
      )}
      {table && <Columns table={table} mapping={options.mapping ?? table.mapping} onMapping={(mapping) => onOptions({ ...options, mapping })} />}
    </>
  );
}
