/** What else can be done with the sheet: be guided through its questions, show it to others, bring back what was put away. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Archive, Compass, Ellipsis, Presentation as Screen } from "lucide-react";
import { useState } from "react";
import type { Canvas } from "../../bindings/Canvas";
import { Button } from "../../components/controls/Button";
import { type Deed, Menu } from "../../components/overlays/Menu";
import { useAction } from "../../frame/actions";
import { guidedSteps } from "./guided/steps";
import { Presentation } from "./present/Presentation";

export interface WaysInProps {
  canvas: Canvas;
  onGuide: () => void;
  onShowAway: () => void;
}

export function WaysIn({ canvas, onGuide, onShowAway }: WaysInProps) {
  const { t } = useLingui();
  const [presents, present] = useState(false);
  const asks = guidedSteps(canvas.blocks).length > 0;
  const away = canvas.archived.length;
  useAction("canvas.guide", onGuide, asks);
  useAction("sheet.present", () => present(true));
  // Whoever stands before an empty sheet looks for help; later it is one deed of several.
  const begins = asks && canvas.notes.length === 0;
  const deeds: Deed[] = [{ id: "present", label: t`Present`, icon: Screen, keys: "p", onDo: () => present(true) }];
  if (asks && !begins) deeds.unshift({ id: "guide", label: t`Guide me`, icon: Compass, keys: "g", onDo: onGuide });
  if (away > 0) deeds.push({ id: "away", label: t`${plural(away, { one: "# put away", other: "# put away" })}`, icon: Archive, onDo: onShowAway });
  return (
    <>
      {begins && <Button icon={Compass} keys="g" onPress={onGuide}>{t`Guide me`}</Button>}
      <Menu label={t`What else?`} deeds={deeds}>
        <Button icon={Ellipsis} aria-label={t`What else?`} />
      </Menu>
      {presents && <Presentation canvas={canvas} onClose={() => present(false)} />}
    </>
  );
}
