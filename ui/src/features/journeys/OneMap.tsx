/** One map with its heading: as a map or as a table, with the step one is on beside it. */
import { Plural, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { CalendarClock, Eye, Ellipsis, FileInput, PanelRight, Plus, Presentation as Screen, Printer, Route, Scale, Sprout, Table2, Trash2, Users } from "lucide-react";
import { useState } from "react";
import type { JourneyMap } from "../../bindings/JourneyMap";
import type { JourneyRow } from "../../bindings/JourneyRow";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { Radios } from "../../components/controls/Toggles";
import { PageHead } from "../../components/layout/Heads";
import { SplitPane } from "../../components/layout/SplitPane";
import { Notice } from "../../components/layout/States";
import { type Deed, Menu } from "../../components/overlays/Menu";
import { InPlace } from "../../frame/InPlace";
import { doAction, useAction } from "../../frame/actions";
import { useKept } from "../../frame/kept";
import { usePrintable } from "../../frame/printable";
import { segmentList } from "../../frame/segmentList";
import { useAssign, useRemoveMap, useRename, useReview } from "./actions";
import { AuditView } from "./AuditView";
import { everybody } from "./Begin";
import css from "./journeys.module.css";
import { Looked, ReviewDialog } from "./Looked";
import { MapTable } from "./MapTable";
import { MapView } from "./MapView";
import { OnboardingView } from "./OnboardingView";
import { StepSide } from "./StepSide";
import { useMap } from "./useMap";
import { Presentation } from "./workshop/Presentation";
import { WorkshopView } from "./workshop/WorkshopView";

export interface OneMapProps {
  all: readonly JourneyRow[];
  map: JourneyMap;
  onShow: (id: string) => void;
  onBegin: () => void;
  /** Begins one from a file that somebody sent. */
  onTake: () => void;
}

type View = "map" | "table" | "audit" | "onboarding" | "workshop";

export function OneMap({ all, map, onShow, onBegin, onTake }: OneMapProps) {
  const { t } = useLingui();
  const rename = useRename();
  const remove = useRemoveMap();
  const review = useReview();
  const [asksDay, askDay] = useState(false);
  const [presents, present] = useState(false);
  useAction("sheet.present", () => present(true));
  const [view, setView] = useKept<View>(["journeys", "view"], "map");
  const [showsSide, showSide] = useKept(["journeys", "side"], false);
  const at = useMap(map, () => showSide(true));
  const { deeds, state } = at;
  const { spot, step } = state;
  const { id, title } = map;
  usePrintable("journey", id, title);
  const more: readonly Deed[] = [
    { id: "stage", label: t`Add a stage`, icon: Plus, onDo: deeds.addStage },
    { id: "map", label: t`A new map`, icon: Route, onDo: onBegin },
    { id: "file", label: t`A map from a file…`, icon: FileInput, onDo: onTake },
    { id: "present", label: t`Present`, icon: Screen, keys: "p", onDo: () => present(true) },
    { id: "line", line: true },
    { id: "looked", label: t`Looked at it just now`, icon: Eye, onDo: () => review.mutate({ id, looked: true }) },
    { id: "review", label: t`Look at it again on…`, icon: CalendarClock, onDo: () => askDay(true) },
    { id: "line2", line: true },
    { id: "remove", label: t`Remove the map`, icon: Trash2, danger: true, onDo: () => remove.mutate(map) },
  ];
  return (
    <SplitPane sideLabel={t`The step one is on`} sideWidth={300} side={showsSide && step && <StepSide key={step.id} step={step} onRemove={() => deeds.remove({ stage: spot.stage, step: step.id })} onBack={() => deeds.goTo(spot)} />}>
      <div className={css.page}>
        <PageHead
          title={<InPlace label={t`Title of the map`} value={title} onSave={(to) => rename.mutate({ id, title: to })} keep={["journeys", id, "title"]} placeholder={t`Our journey`} needed />}
          line={<Whose map={map} />}
          deeds={
            <>
              {all.length > 1 && <Select label={t`Which map`} quietLabel plain options={all.map((one) => ({ id: one.id, label: one.title }))} value={id} onChange={onShow} />}
              <Radios
                label={t`How to show it`}
                quietLabel
                bar
                options={[
                  { id: "map", label: <Route size={15} strokeWidth={1.75} aria-hidden />, name: t`As a map` },
                  { id: "table", label: <Table2 size={15} strokeWidth={1.75} aria-hidden />, name: t`As a table` },
                  { id: "audit", label: <Scale size={15} strokeWidth={1.75} aria-hidden />, name: t`As an audit of touchpoints` },
                  { id: "onboarding", label: <Sprout size={15} strokeWidth={1.75} aria-hidden />, name: t`As a check of how new customers fare` },
                  { id: "workshop", label: <Users size={15} strokeWidth={1.75} aria-hidden />, name: t`In a workshop` },
                ]}
                value={view}
                onChange={setView}
              />
              <Button icon={Printer} aria-label={t`Print or export…`} onPress={() => doAction("press.print")} />
              <Button icon={PanelRight} aria-label={t`The step beside the map`} aria-expanded={showsSide && step !== undefined} isDisabled={!step} onPress={() => showSide(!showsSide)} />
              <Menu label={t`What to do with the map`} deeds={more}><Button icon={Ellipsis} aria-label={t`More`} /></Menu>
              <Button {...(view !== "workshop" && { kind: "primary" })} icon={Plus} keys="n" isDisabled={map.stages.length === 0} onPress={() => deeds.add(spot)}>{t`Step`}</Button>
            </>
          }
        />
        {map.segmentGone && <Notice tone="warn">{t`The segment of this map is gone. Nothing is read from the log until it belongs to another one.`}</Notice>}
        {map.stages.length === 0 && <Notice end={<Button size="s" onPress={deeds.addStage}>{t`Add a stage`}</Button>}>{t`Steps stand in stages: begin with one.`}</Notice>}
        {view === "map" && <MapView map={map} at={at} />}
        {view === "table" && <MapTable map={map} deeds={deeds} adding={state.adding} />}
        {view === "audit" && <AuditView map={map} deeds={deeds} />}
        {view === "onboarding" && <OnboardingView map={map} deeds={deeds} />}
        {view === "workshop" && <WorkshopView map={map} onPresent={() => present(true)} />}
        {presents && <Presentation map={map} onClose={() => present(false)} />}
        {asksDay && <ReviewDialog map={map} onClose={() => askDay(false)} />}
      </div>
    </SplitPane>
  );
}

/** Whose journey it is, and how many people's touchpoints are looked at. */
function Whose({ map }: { map: JourneyMap }) {
  const { t } = useLingui();
  const assign = useAssign();
  const { data: segments } = useQuery(segmentList);
  const { id, segment, segmentGone, people } = map;
  return (
    <span className={css.whose}>
      <Select
        label={t`Whose journey`}
        quietLabel
        plain
        options={[{ id: everybody, label: t`Everybody` }, ...(segments ?? []).map((one) => ({ id: one.id, label: one.name }))]}
        value={segmentGone ? null : (segment?.id ?? everybody)}
        placeholder={t`Choose a segment`}
        onChange={(to) => assign.mutate({ id, ...(to !== everybody && { segment: to }) })}
      />
      {!segmentGone && <span><Plural value={people} one="# person in the book" other="# people in the book" /></span>}
      <Looked map={map} />
    </span>
  );
}
