/** What somebody is to be thanked for, in a few words. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { ThankPrompt } from "../../bindings/ThankPrompt";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";

export function useThankWords(): (prompt: ThankPrompt) => string {
  const { t } = useLingui();
  const format = useFormat();
  return ({ reason, detail, day }) => {
    const when = format.day(day);
    const what = isolated(detail);
    const bare = detail.trim() === "";
    switch (reason) {
      case "referral":
        return t`brought ${what} to you · ${when}`;
      case "spoke":
        return bare ? t`spoke for you · ${when}` : t`spoke for you: ${what} · ${when}`;
      case "firstPurchase":
        return bare ? t`bought for the first time · ${when}` : t`bought for the first time: ${what} · ${when}`;
      case "patience":
        return bare ? t`bore with you until it was right · ${when}` : t`bore with you until it was right: ${what} · ${when}`;
      case "feedback":
        return t`told you why: “${what}” · ${when}`;
      case "visit":
        return bare ? t`came to you · ${when}` : t`came: ${what} · ${when}`;
      case "anniversary":
        return t`${plural(Number(detail), { one: "a year with you", other: "# years with you" })} · ${when}`;
    }
  };
}
