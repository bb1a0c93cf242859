/** What would become of each card; the first five hundred of them. */
import { useLingui } from "@lingui/react/macro";
import type { ImportPreview } from "../../bindings/ImportPreview";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { ListRow } from "../../components/layout/ListRow";
import { Avatar } from "../../components/marks/Avatar";
import { Chip } from "../../components/marks/Chip";
import { useFormat } from "../../frame/format";
import { additions, outcomes } from "./words";
import css from "./exchange.module.css";

const tones = { created: "good", changed: "accent", same: "plain" } as const;

export function PreviewRows({ preview }: { preview: ImportPreview }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const all = preview.created + preview.changed + preview.same;
  const shown = format.number(preview.rows.length);
  if (preview.rows.length === 0) return null;
  return (
    <>
      <SectionHead title={t`What will happen`} count={format.number(all)} {...(all > preview.rows.length && { note: t`the first ${shown}` })} />
      <Card rows>
        <ul className={css.rows} aria-label={t`What will happen`} tabIndex={0}>
          {preview.rows.map((row) => {
            const adds = row.adds.map((name) => (additions[name] ? i18n._(additions[name]) : t`a part of the name`));
            const line = format.number(row.line);
            return (
              <li key={`${row.line} ${row.name}`}>
                <ListRow
                  tight
                  mark={<Avatar name={row.name} size={24} />}
                  title={row.name}
                  aside={t`line ${line}`}
                  {...(adds.length > 0 && { text: [...new Set(adds)].join(", ") })}
                  end={<Chip tone={tones[row.outcome]}>{i18n._(outcomes[row.outcome])}</Chip>}
                />
              </li>
            );
          })}
        </ul>
      </Card>
    </>
  );
}
