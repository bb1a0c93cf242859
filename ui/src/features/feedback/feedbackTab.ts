/** What a person says of us and what they are about to buy, as tabs of their page. */
import { msg } from "@lingui/core/macro";
import type { PersonTab } from "../../frame/personParts";
import { DossierPanel } from "./DossierPanel";
import { FeedbackPanel } from "./FeedbackPanel";

export const feedbackTab: PersonTab = { id: "feedback", label: msg`Feedback`, Panel: FeedbackPanel };
export const dossierTab: PersonTab = { id: "dossiers", label: msg`Dossiers`, Panel: DossierPanel };
