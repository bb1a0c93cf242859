/** What can be done with a step or a stage, by mouse: change, move along, move to another stage, take out. */
import { useLingui } from "@lingui/react/macro";
import { ArrowLeft, ArrowRight, Ellipsis, MoveRight, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import type { JourneyMap } from "../../bindings/JourneyMap";
import { Button } from "../../components/controls/Button";
import { type Deed, Menu } from "../../components/overlays/Menu";
import { isolated } from "../../frame/isolated";
import css from "./journeys.module.css";
import type { MapDeeds } from "./useMap";
import { type Spot, stageBy, steppedBy } from "./walk";

export interface SpotMenuProps {
  map: JourneyMap;
  spot: Spot;
  /** Whose menu it is. */
  name: string;
  deeds: MapDeeds;
}

export function SpotMenu({ map, spot, name, deeds }: SpotMenuProps) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const { step } = spot;
  const can = (by: -1 | 1) => (step === null ? stageBy(map, spot.stage, by) : steppedBy(map, step, by)) !== null;
  const stages: readonly Deed[] = step === null ? [] : map.stages.filter((stage) => stage.id !== spot.stage).map((stage) => {
    const to = isolated(stage.name);
    return { id: stage.id, label: t`To the stage ${to}`, icon: MoveRight, onDo: () => deeds.move(spot, { stage: stage.id, before: null }) };
  });
  const all: readonly Deed[] = [
    { id: "edit", label: step === null ? t`Change the name` : t`Change the step`, icon: Pencil, keys: "enter", onDo: () => deeds.edit(spot) },
    { id: "add", label: step === null ? t`Add a step` : t`Add a step behind it`, icon: Plus, keys: "n", onDo: () => deeds.add(spot) },
    { id: "left", label: t`Move left`, icon: ArrowLeft, keys: "alt+arrowleft", isDisabled: !can(-1), onDo: () => deeds.by(spot, -1) },
    { id: "right", label: t`Move right`, icon: ArrowRight, keys: "alt+arrowright", isDisabled: !can(1), onDo: () => deeds.by(spot, 1) },
    ...stages,
    { id: "line", line: true },
    { id: "remove", label: t`Remove`, icon: Trash2, keys: "delete", danger: true, onDo: () => deeds.remove(spot) },
  ];
  const shown = isOpen || deeds.asked === (step ?? spot.stage);
  const onOpenChange = (to: boolean) => {
    setOpen(to);
    if (!to) deeds.ask(null);
  };
  return (
    <Menu label={t`What to do with ${name}`} deeds={all} isOpen={shown} onOpenChange={onOpenChange}>
      <Button kind="quiet" size="s" icon={Ellipsis} aria-label={t`More about ${name}`} className={css.plus} excludeFromTabOrder />
    </Menu>
  );
}
