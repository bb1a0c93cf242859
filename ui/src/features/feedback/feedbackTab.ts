/** What a person says of us, as a tab of their page. */
import { msg } from "@lingui/core/macro";
import type { PersonTab } from "../../frame/personParts";
import { FeedbackPanel } from "./FeedbackPanel";

export const feedbackTab: PersonTab = { id: "feedback", label: msg`Doubts and reasons`, Panel: FeedbackPanel };
