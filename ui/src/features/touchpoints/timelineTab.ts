/** The timeline as a tab of a person's page. */
import { msg } from "@lingui/core/macro";
import type { PersonTab } from "../../frame/personParts";
import { ChannelFilter, Timeline } from "./Timeline";

export const timelineTab: PersonTab = { id: "timeline", label: msg`Timeline`, Panel: Timeline, End: ChannelFilter };
