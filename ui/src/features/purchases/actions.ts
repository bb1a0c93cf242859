/** Writes of this room. */
import { useLingui } from "@lingui/react/macro";
import type { ExchangeRate } from "../../bindings/ExchangeRate";
import type { Purchase } from "../../bindings/Purchase";
import type { PurchaseInput } from "../../bindings/PurchaseInput";
import type { RateInput } from "../../bindings/RateInput";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { moneyText } from "../../frame/money";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

export function useSavePurchase() {
  const { t } = useLingui();
  const { region } = useFormat();
  return useWrite({
    run: (input: PurchaseInput) => core.purchases.save(input),
    quietFailure: true,
    done: (saved, { id }) => {
      const amount = isolated(moneyText(region, saved.amount, saved.currency, saved.digits));
      return id ? t`Saved the purchase` : t`Added a purchase of ${amount}`;
    },
  });
}

export function useRemovePurchase() {
  const { t } = useLingui();
  return useWrite({ run: ({ id }: Purchase) => core.purchases.remove({ id }), done: () => t`Removed the purchase` });
}

/** A setting of this computer, and no step. */
export const useSetBase = () => useWrite({ run: (code: string) => core.purchases.setBase(code), undo: false });

export const useSaveRate = () => useWrite({ run: (input: RateInput) => core.purchases.saveRate(input), quietFailure: true });

export function useRemoveRate() {
  const { t } = useLingui();
  return useWrite({ run: ({ id }: ExchangeRate) => core.purchases.removeRate({ id }), done: () => t`Removed the rate` });
}
