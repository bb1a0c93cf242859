/** What a person bought as a tab of their page. */
import { msg } from "@lingui/core/macro";
import type { PersonTab } from "../../frame/personParts";
import { PurchasesPanel } from "./PurchasesPanel";

export const purchasesTab: PersonTab = { id: "purchases", label: msg`Purchases`, Panel: PurchasesPanel };
