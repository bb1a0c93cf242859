/** One segment: its rule as a sentence, its people, plan and personas; or, while it is changed, its form. */
import { useLingui } from "@lingui/react/macro";
import { Ellipsis, PenLine, SlidersHorizontal, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Segment } from "../../bindings/Segment";
import { Button } from "../../components/controls/Button";
import { PageHead } from "../../components/layout/Heads";
import { Menu } from "../../components/overlays/Menu";
import { doAction } from "../../frame/actions";
import { useRemoveSegment } from "./actions";
import { CountOf } from "./CountOf";
import { SegmentForm } from "./SegmentForm";
import { HueDot } from "./SegmentList";
import { SegmentTabs } from "./SegmentTabs";
import css from "./segments.module.css";
import { useRuleWords } from "./words";

export interface SegmentViewProps {
  segment: Segment;
  /** It was removed. */
  onGone: () => void;
}

export function SegmentView({ segment, onGone }: SegmentViewProps) {
  const { t } = useLingui();
  const words = useRuleWords();
  const remove = useRemoveSegment();
  const [changing, setChanging] = useState(false);
  const { rule, names, name } = segment;
  if (changing) return <Changing segment={segment} onDone={() => setChanging(false)} />;
  return (
    <>
      <div className={css.head}>
        <PageHead
          title={<span className={css.title}><HueDot hue={segment.hue} /><bdi>{name}</bdi></span>}
          beside={<CountOf count={segment.count} />}
          line={rule ? `${words.sentence(rule, names)}.` : t`A newer Rapport wrote this rule. Update Rapport to see whom it takes in.`}
          deeds={
            <>
              <Button icon={PenLine} isDisabled={!rule} onPress={() => doAction("drafts.many", { segment: segment.id })}>{t`Write to them`}</Button>
              <Button icon={SlidersHorizontal} isDisabled={!rule} onPress={() => setChanging(true)}>{t`Change`}</Button>
              <Menu
                label={t`More about this segment`}
                deeds={[{ id: "remove", label: t`Remove the segment`, icon: Trash2, danger: true, onDo: () => remove.mutate(segment, { onSuccess: onGone }) }]}
              >
                <Button kind="quiet" icon={Ellipsis} aria-label={t`More`} />
              </Menu>
            </>
          }
        />
      </div>
      {rule && <SegmentTabs segment={segment} />}
    </>
  );
}

const FORM = "change-segment";

/** Esc goes back without saving; what was typed stays for the next time. */
function Changing({ segment, onDone }: { segment: Segment; onDone: () => void }) {
  const { t } = useLingui();
  return (
    <div
      className={css.changing}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onDone();
      }}
      role="presentation"
    >
      <PageHead
        title={t`Change the segment`}
        deeds={
          <>
            <Button kind="quiet" keys="escape" onPress={onDone}>{t`Back`}</Button>
            <Button kind="primary" type="submit" form={FORM}>{t`Save`}</Button>
          </>
        }
      />
      <SegmentForm id={FORM} segment={segment} onSaved={onDone} autoFocus />
    </div>
  );
}
