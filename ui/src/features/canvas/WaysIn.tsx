/** The ways from the sheet into its questions and onto the screen for others to see. */
import { useLingui } from "@lingui/react/macro";
import { Compass, Presentation as Screen } from "lucide-react";
import { useState } from "react";
import type { Canvas } from "../../bindings/Canvas";
import { Button } from "../../components/controls/Button";
import { useAction } from "../../frame/actions";
import { guidedSteps } from "./guided/steps";
import { Presentation } from "./present/Presentation";

export function WaysIn({ canvas, onGuide }: { canvas: Canvas; onGuide: () => void }) {
  const { t } = useLingui();
  const [presents, present] = useState(false);
  const asks = guidedSteps(canvas.blocks).length > 0;
  useAction("canvas.guide", onGuide, asks);
  useAction("canvas.present", () => present(true));
  return (
    <>
      {asks && <Button icon={Compass} onPress={onGuide}>{t`Guide me`}</Button>}
      <Button icon={Screen} onPress={() => present(true)}>{t`Present`}</Button>
      {presents && <Presentation canvas={canvas} onClose={() => present(false)} />}
    </>
  );
}
