/** What can be done with everyone who is picked. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Flag, Tag, Tags, Trash2, Undo2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/controls/Button";
import { Menu } from "../../components/overlays/Menu";
import { useStages } from "../../strings/stages";
import { useBin, useRestore, useSetStage, useUntag } from "./actions";
import css from "./list.module.css";
import type { Picked } from "./picked";
import { tags } from "./queries";
import { TagDialog } from "./TagDialog";

export function BulkBar({ picked, total, binned }: { picked: Picked; total: number; binned: boolean }) {
  const { t } = useLingui();
  const { count, whom } = picked;
  const bin = useBin();
  const restore = useRestore();
  // Not by the mutation's own call-back: when the list is empty before the answer is there, this bar has gone, and the picks would stay.
  const clear = (write: Promise<unknown>) => void write.then(picked.nobody, () => undefined);
  return (
    <div className={css.bulk} role="toolbar" aria-label={t`Everyone who is picked`}>
      <span className={css.count} role="status">{t`${plural(count, { one: "# person picked", other: "# people picked" })}`}</span>
      {binned ? (
        <Button size="s" icon={Undo2} isPending={restore.isPending} onPress={() => clear(restore.mutateAsync({ whom }))}><Trans>Put back into the book</Trans></Button>
      ) : (
        <>
          <Labels picked={picked} />
          <Button size="s" icon={Trash2} isPending={bin.isPending} onPress={() => clear(bin.mutateAsync({ whom }))}><Trans>To the bin</Trans></Button>
        </>
      )}
      <span className={css.gap} />
      {count < total && <Button kind="quiet" size="s" keys="mod+a" onPress={picked.everyone}><Trans>Pick all</Trans></Button>}
      <Button kind="quiet" size="s" keys="escape" onPress={picked.nobody}><Trans>Pick nobody</Trans></Button>
    </div>
  );
}

function Labels({ picked: { count, whom } }: { picked: Picked }) {
  const { t } = useLingui();
  const stages = useStages();
  const known = useQuery(tags).data ?? [];
  const untag = useUntag();
  const stage = useSetStage();
  const [tagging, setTagging] = useState(false);
  return (
    <>
      <Button size="s" icon={Tag} onPress={() => setTagging(true)}><Trans>Tag…</Trans></Button>
      <Menu label={t`Take a tag off`} deeds={known.map(({ id, name }) => ({ id, label: name, onDo: () => untag.mutate({ whom, tag: name }) }))}>
        <Button size="s" icon={Tags} isDisabled={known.length === 0} isPending={untag.isPending}><Trans>Untag</Trans></Button>
      </Menu>
      <Menu
        label={t`Stage`}
        deeds={[
          ...stages.all.map(({ id, label }) => ({ id, label, onDo: () => stage.mutate({ whom, stage: id, label }) })),
          { id: "line", line: true as const },
          { id: "none", label: t`No stage`, onDo: () => stage.mutate({ whom, stage: "", label: t`no stage` }) },
        ]}
      >
        <Button size="s" icon={Flag} isPending={stage.isPending}><Trans>Stage</Trans></Button>
      </Menu>
      <TagDialog isOpen={tagging} onClose={() => setTagging(false)} count={count} whom={whom} />
    </>
  );
}
