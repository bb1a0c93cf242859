/** What a person was given, as a tab of their page. */
import { msg } from "@lingui/core/macro";
import type { PersonTab } from "../../frame/personParts";
import { GivenPanel } from "./GivenPanel";

export const gesturesTab: PersonTab = { id: "gestures", label: msg`Gestures`, Panel: GivenPanel };
