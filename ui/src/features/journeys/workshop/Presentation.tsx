/** A journey for others to see: stage after stage with its steps large, then the whole. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useState, useSyncExternalStore } from "react";
import type { JourneyMap } from "../../../bindings/JourneyMap";
import { Presenting } from "../../../frame/Presenting";
import type { Turn } from "../../../frame/turns";
import { slidesOf } from "./slides";
import { StageSlide } from "./StageSlide";
import { WholeSlide } from "./WholeSlide";

export function Presentation({ map, onClose }: { map: JourneyMap; onClose: () => void }) {
  const { t } = useLingui();
  const [at, goTo] = useState(0);
  const width = useSyncExternalStore(onResize, () => window.innerWidth);
  const slides = slidesOf(map, width);
  const last = slides.length;
  const place = Math.min(at, last);
  const slide = slides[place];
  const onTurn = (turn: Exclude<Turn, "fill">) => {
    const to = { first: 0, last, next: place + 1, previous: place - 1 }[turn];
    goTo(Math.max(0, Math.min(last, to)));
  };
  const [number, of] = [place + 1, last + 1];
  const steps = slide ? slide.steps.length : map.stages.reduce((sum, stage) => sum + stage.steps.length, 0);
  const { page, pages } = slide ?? { page: 1, pages: 1 };
  const counter = pages > 1 ? t`${number} of ${of}, page ${page} of ${pages}` : t`${number} of ${of}`;
  return (
    <Presenting
      title={map.title}
      name={slide?.stage.name ?? t`The whole journey`}
      counter={counter}
      holds={t`${plural(steps, { one: "One step", other: "# steps" })}`}
      isFirst={place === 0}
      isLast={place === last}
      onTurn={onTurn}
      onClose={onClose}
    >
      {slide ? <StageSlide key={place} slide={slide} /> : <WholeSlide map={map} />}
    </Presenting>
  );
}

const onResize = (hear: () => void) => {
  window.addEventListener("resize", hear);
  return () => window.removeEventListener("resize", hear);
};
