/** The canvas: how you serve whom. The sheet in the middle, the questions of the block one is on beside it. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { Grid3x3, Handshake, LayoutGrid, List, MessageCircleQuestion, Plus, Printer } from "lucide-react";
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import type { Canvas } from "../../bindings/Canvas";
import type { Note } from "../../bindings/Note";
import { Button } from "../../components/controls/Button";
import { Radios } from "../../components/controls/Toggles";
import { PageHead } from "../../components/layout/Heads";
import { SplitPane } from "../../components/layout/SplitPane";
import { Notice } from "../../components/layout/States";
import { InPlace } from "../../frame/InPlace";
import { doAction } from "../../frame/actions";
import { useKept } from "../../frame/kept";
import { usePrintable } from "../../frame/printable";
import { ReviewLine } from "../../frame/ReviewDay";
import { useSentence } from "../../strings/sentences";
import { useRename } from "./actions";
import { BindDialog } from "./BindDialog";
import { BlockSide } from "./BlockSide";
import css from "./canvas.module.css";
import { Comparing } from "./Changes";
import { type Compared, useComparison } from "./comparison";
import { Differences } from "./Differences";
import { useEscape } from "./escape";
import { GuidedPage } from "./guided/GuidedPage";
import { NoteSide } from "./NoteSide";
import { PutAway } from "./PutAway";
import { Licence } from "./Licence";
import { LinkDialog } from "./LinkDialog";
import { MatrixView } from "./MatrixView";
import { canvasOf, useWhichCanvas } from "./queries";
import { ServiceView } from "./ServiceView";
import { Sheet } from "./Sheet";
import { Versions } from "./Versions";
import { Riskiest, WorthALook } from "./WorthALook";
import { boundTo } from "./bindings";
import { useSheet } from "./useSheet";
import { WaysIn } from "./WaysIn";
import { Plans } from "./words";

export function CanvasPage() {
  const sentence = useSentence();
  const [which] = useWhichCanvas();
  const { data: canvas, error } = useQuery(canvasOf(which));
  const [guided, guide] = useKept(["canvas", "guided"], false);
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  if (!canvas) return null;
  return (
    <Plans value={canvas.blocks}>
      {guided ? <GuidedPage key={canvas.id} canvas={canvas} onLeave={() => guide(false)} /> : <OneCanvas key={canvas.id} canvas={canvas} onGuide={() => guide(true)} />}
    </Plans>
  );
}

type View = "sheet" | "outline" | "matrix" | "service";

function OneCanvas({ canvas, onGuide }: { canvas: Canvas; onGuide: () => void }) {
  const { t } = useLingui();
  const [view, setView] = useKept<View>(["canvas", "view"], "sheet");
  const [binding, bind] = useState<string | null>(null);
  const [linking, link] = useState<string | null>(null);
  const [showsAway, showAway] = useState(false);
  const [judging, judge] = useState({ id: "", count: 0 });
  const [from, compareWith] = useState<Compared | null>(null);
  const comparison = useComparison(canvas, from);
  const wide = useWide();
  const [asked, ask] = useKept<boolean | null>(["canvas", "side"], null);
  const showsSide = asked ?? wide;
  const sheet = useSheet(canvas, (id) => {
    const note = canvas.notes.find((one) => one.id === id);
    if (note && boundTo(canvas.blocks, note.block)) bind(id);
  }, (id) => {
    ask(true);
    judge({ id, count: judging.count + 1 });
  }, link);
  const { spot } = sheet.state;
  const note = canvas.notes.find((one) => one.id === spot.note);
  const bound = canvas.notes.find((one) => one.id === binding);
  const linked = canvas.notes.find((one) => one.id === linking);
  const plan = canvas.blocks.find((one) => one.block === spot.block);
  useShownNote(canvas, sheet.goTo);
  const kept = from && "version" in from ? from : null;
  usePrintable("canvas", canvas.id, canvas.title, kept?.version, kept?.to);
  const show = ({ block, id }: { block: Note["block"]; id: string }) => sheet.goTo({ block, note: id });
  const endCompare = () => {
    compareWith(null);
    sheet.goTo(spot);
  };
  useEscape(from !== null, endCompare);
  const isSheet = view === "sheet" || view === "outline";
  const compareSide = comparison && <Differences comparison={comparison} onShow={show} onClose={endCompare} />;
  const closeLinks = () => {
    link(null);
    sheet.goTo(spot);
  };
  return (
    <SplitPane
      sideLabel={t`Questions and figures`}
      sideWidth={300}
      side={
        compareSide || (showsSide && isSheet && (
          <div className={css.sides}>
            {note && <NoteSide key={note.id} canvas={canvas} note={note} onBind={() => bind(note.id)} onLink={() => link(note.id)} onShow={show} judged={judging.id === note.id ? judging.count : 0} onLeave={() => sheet.goTo(spot)} />}
            {plan && <BlockSide key={plan.block} canvas={canvas} plan={plan} />}
            <Riskiest notes={canvas.notes} onShow={show} />
            <WorthALook canvas={canvas} deeds={sheet.deeds} onShow={show} />
          </div>
        ))
      }
    >
      <div className={css.page}>
        <PageHead
          title={<Heading canvas={canvas} />}
          beside={<Versions canvas={canvas} comparing={from} onCompare={compareWith} />}
          line={<MadeFor canvas={canvas} />}
          deeds={
            <>
              <Radios
                label={t`How to show it`}
                quietLabel
                bar
                options={[
                  { id: "sheet", label: <LayoutGrid size={15} strokeWidth={1.75} aria-hidden />, name: t`As a sheet` },
                  { id: "outline", label: <List size={15} strokeWidth={1.75} aria-hidden />, name: t`As an outline` },
                  { id: "matrix", label: <Grid3x3 size={15} strokeWidth={1.75} aria-hidden />, name: t`Channels by segment` },
                  { id: "service", label: <Handshake size={15} strokeWidth={1.75} aria-hidden />, name: t`How segments are served` },
                ]}
                value={view}
                onChange={setView}
              />
              <Button icon={Printer} aria-label={t`Print or export…`} onPress={() => doAction("press.print")} />
              {isSheet && <Button icon={MessageCircleQuestion} aria-expanded={showsSide && !comparison} onPress={() => { compareWith(null); ask(comparison ? true : !showsSide); }}>{t`Questions`}</Button>}
              <WaysIn canvas={canvas} onGuide={onGuide} onShowAway={() => showAway(true)} />
              {isSheet && <Button kind="primary" icon={Plus} keys="n" onPress={() => sheet.deeds.add(spot)}>{t`Note`}</Button>}
            </>
          }
        />
        {view === "matrix" && <MatrixView canvas={canvas} />}
        {view === "service" && <ServiceView canvas={canvas} />}
        {isSheet && (
          <Comparing value={comparison}>
            <Sheet canvas={canvas} sheet={sheet} outline={view === "outline"} />
          </Comparing>
        )}
        <Licence kind={canvas.kind} />
      </div>
      {linked && <LinkDialog canvas={canvas} note={linked} onClose={closeLinks} />}
      {bound && <BindDialog canvas={canvas} note={bound} onClose={() => bind(null)} />}
      <PutAway canvas={canvas} isOpen={showsAway} onClose={() => showAway(false)} />
    </SplitPane>
  );
}

function Heading({ canvas }: { canvas: Canvas }) {
  const { t } = useLingui();
  const rename = useRename();
  const { id, title } = canvas;
  return <InPlace label={t`Title of the canvas`} value={title} onSave={(to) => rename.mutate({ id, title: to })} keep={["canvas", id, "title"]} placeholder={t`Our canvas`} needed />;
}

/** For whom it was made and by whom. */
function MadeFor({ canvas }: { canvas: Canvas }) {
  const { t } = useLingui();
  const rename = useRename();
  const { id, designedFor, designedBy } = canvas;
  return (
    <span className={css.made}>
      <InPlace label={t`Designed for`} value={designedFor} onSave={(to) => rename.mutate({ id, designedFor: to })} keep={["canvas", id, "for"]} placeholder={t`For which firm or product?`} />
      <span aria-hidden>·</span>
      <InPlace label={t`Designed by`} value={designedBy} onSave={(to) => rename.mutate({ id, designedBy: to })} keep={["canvas", id, "by"]} placeholder={t`By whom?`} />
      {canvas.reviewOn !== "" && <><span aria-hidden>·</span><ReviewLine day={canvas.reviewOn} /></>}
    </span>
  );
}

/** Goes to the note that the address names (`?note=…`), as a search result does. */
function useShownNote(canvas: Canvas, goTo: ReturnType<typeof useSheet>["goTo"]): void {
  const said = (useLocation().search as { note?: unknown }).note;
  const show = useEffectEvent((id: string) => {
    const note = canvas.notes.find((one) => one.id === id);
    if (note) goTo({ block: note.block, note: id });
  });
  useEffect(() => {
    if (typeof said === "string") show(said);
  }, [said]);
}

/** As wide as the sheet and its questions need to stand beside each other. */
const roomy = () => window.matchMedia("(min-width:1140px)");
const subscribe = (hear: () => void) => {
  const list = roomy();
  list.addEventListener("change", hear);
  return () => list.removeEventListener("change", hear);
};
const useWide = (): boolean => useSyncExternalStore(subscribe, () => roomy().matches);
