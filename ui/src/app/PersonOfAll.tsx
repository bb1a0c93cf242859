/** A person's page with what every room has to say about them. */
import { PermissionPart } from "../features/consent/PermissionPart";
import { dossierTab, feedbackTab } from "../features/feedback/feedbackTab";
import { OpenDoubts } from "../features/feedback/OpenDoubts";
import { GivingPart } from "../features/gestures/GivingPart";
import { gesturesTab } from "../features/gestures/gesturesTab";
import { PersonPage } from "../features/people/PersonPage";
import { PersonTasks } from "../features/promises/PersonTasks";
import { toldTab } from "../features/promises/toldTab";
import { purchasesTab } from "../features/purchases/purchasesTab";
import { FeltPart } from "../features/touchpoints/FeltPart";
import { timelineTab } from "../features/touchpoints/timelineTab";
import type { PersonTab } from "../frame/personParts";

const tabs: readonly PersonTab[] = [timelineTab, purchasesTab, feedbackTab, toldTab, dossierTab, gesturesTab];
const parts = [PersonTasks, OpenDoubts, GivingPart];

export function PersonOfAll() {
  return <PersonPage Curve={FeltPart} Permission={PermissionPart} parts={parts} tabs={tabs} />;
}
