/** What a person was told, as a tab of their page. */
import { msg } from "@lingui/core/macro";
import type { PersonTab } from "../../frame/personParts";
import { ToldPanel } from "./ToldPanel";

export const toldTab: PersonTab = { id: "told", label: msg`Told`, Panel: ToldPanel };
