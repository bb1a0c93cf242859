/** Above the letters: batches that are being read or wait for answers. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Batch } from "../../bindings/Batch";
import { ListRow } from "../../components/layout/ListRow";
import { Chip } from "../../components/marks/Chip";
import { batches } from "./batchQueries";
import css from "./batch.module.css";
import { useKindName } from "./kinds";

export function OpenBatches() {
  const { t } = useLingui();
  const kindName = useKindName();
  const navigate = useNavigate();
  const all = useQuery(batches).data ?? [];
  if (all.length === 0) return null;
  return (
    <nav className={css.batches} aria-label={t`Batches`}>
      {all.map((batch) => (
        <ListRow
          key={batch.id}
          title={batch.name}
          text={kindName(batch.kind)}
          end={<HowFar batch={batch} />}
          onPress={() => void navigate({ to: "/drafts/batch/$batchId", params: { batchId: batch.id } })}
        />
      ))}
    </nav>
  );
}

function HowFar({ batch: { letters, approved, sent, answered } }: { batch: Batch }) {
  if (letters > 0 && sent === letters) return <Chip tone="good"><Trans>{answered} of {sent} answered</Trans></Chip>;
  return <Chip tone={approved < letters ? "warn" : "good"}><Trans>{approved} of {letters} read</Trans></Chip>;
}
