/** Segments: the list with its live counts, and the people of the one that is selected. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { Footprints, HeartPulse, Plus } from "lucide-react";
import { Button } from "../../components/controls/Button";
import { SplitPane } from "../../components/layout/SplitPane";
import { EmptyState, Notice } from "../../components/layout/States";
import { doAction } from "../../frame/actions";
import { useKept } from "../../frame/kept";
import { segmentList } from "../../frame/segmentList";
import { useSentence } from "../../strings/sentences";
import { HealthView } from "./HealthView";
import { InNone } from "./InNone";
import { uncovered } from "./queries";
import { NONE, SegmentList } from "./SegmentList";
import css from "./segments.module.css";
import { SegmentView } from "./SegmentView";
import { TracksView } from "./TracksView";

/** Views of all of them. */
const HEALTH = "health";
const TRACKS = "tracks";

export function SegmentsPage() {
  const { t } = useLingui();
  const sentence = useSentence();
  const { data: segments, error } = useQuery(segmentList);
  const left = useQuery(uncovered).data;
  const [shown, show] = useShown();
  const segment = segments?.find((one) => one.id === shown) ?? ([NONE, HEALTH, TRACKS].includes(shown) ? undefined : segments?.[0]);
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  if (!segments) return null;
  if (segments.length === 0) return <NoneYet />;
  return (
    <SplitPane
      filled
      listLabel={t`Segments`}
      list={
        <>
          <div className={css.listHead}>
            <Button icon={Plus} onPress={() => doAction("segments.new")}>{t`New segment`}</Button>
            <div className={css.views}>
              <Button kind="quiet" size="s" icon={HeartPulse} aria-pressed={shown === HEALTH} onPress={() => show(HEALTH)}>{t`How they stand`}</Button>
              <Button kind="quiet" size="s" icon={Footprints} aria-pressed={shown === TRACKS} onPress={() => show(TRACKS)}>{t`Tracks`}</Button>
            </div>
          </div>
          <SegmentList segments={segments} left={left} shown={segment?.id ?? shown} onShow={show} />
        </>
      }
    >
      {shown === HEALTH ? <HealthView onShow={show} /> : shown === TRACKS ? <TracksView /> : segment ? <SegmentView key={segment.id} segment={segment} onGone={() => show("")} /> : <InNone left={left} />}
    </SplitPane>
  );
}

/** Which one is shown: what the address says (`?show=…`), else what was shown last. */
function useShown(): [string, (id: string) => void] {
  const said = (useLocation().search as { show?: unknown }).show;
  const navigate = useNavigate();
  const [kept, keep] = useKept<string>(["segments", "shown"], "");
  const shown = typeof said === "string" && said !== "" ? said : kept;
  return [
    shown,
    (id) => {
      keep(id);
      if (said !== undefined) void navigate({ to: "/segments", search: {}, replace: true });
    },
  ];
}

/** What will be here, and the button that begins it. */
function NoneYet() {
  const { t } = useLingui();
  return (
    <>
      <h1 className="unseen">{t`Segments`}</h1>
      <EmptyState
        title={t`People who are served alike`}
        text={t`A segment is a rule, not a list: “everyone with the tag cafés who has not heard from us for a month”. It stays right while the book changes, and the canvas and Today can use it.`}
      >
        <Button kind="primary" icon={Plus} onPress={() => doAction("segments.new")}>{t`Make the first segment`}</Button>
      </EmptyState>
    </>
  );
}
