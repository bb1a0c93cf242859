/** A map in a workshop: who does what, the map shown large or on paper, and what the others filled in. */
import { useLingui } from "@lingui/react/macro";
import { FileOutput, Presentation as Screen, Printer } from "lucide-react";
import { useState } from "react";
import type { JourneyMap } from "../../../bindings/JourneyMap";
import { Button } from "../../../components/controls/Button";
import { Facts } from "../../../components/layout/Facts";
import { SectionHead } from "../../../components/layout/Heads";
import { doAction } from "../../../frame/actions";
import { InPlace } from "../../../frame/InPlace";
import { useSetRoles } from "../actions";
import css from "./join.module.css";
import { Joined } from "./Joined";
import { WriteCopy } from "./WriteCopy";

export function WorkshopView({ map, onPresent }: { map: JourneyMap; onPresent: () => void }) {
  const { t } = useLingui();
  const [writes, write] = useState(false);
  const setRoles = useSetRoles();
  const { id, roles } = map;
  const role = (field: "leads" | "writes" | "speaks", label: string) => ({
    name: label,
    value: <InPlace label={label} value={roles[field]} onSave={(to) => setRoles.mutate({ id, [field]: to })} keep={["journeys", id, field]} placeholder={t`Nobody yet`} />,
  });
  return (
    <div className={css.page}>
      <div className={css.two}>
        <section>
          <SectionHead title={t`Who does what`} />
          <Facts facts={[role("leads", t`Leads`), role("writes", t`Writes down`), role("speaks", t`Speaks for the customer`)]} />
        </section>
        <section>
          <SectionHead title={t`In the room`} />
          <p className={css.quiet}>{t`Show the map large, one stage after the other. Or put an empty one on paper, and a copy into a file that everybody fills in with a Rapport of their own.`}</p>
          <div className={css.deeds}>
            <Button icon={Screen} keys="p" onPress={onPresent}>{t`Show it large`}</Button>
            <Button icon={Printer} onPress={() => doAction("press.print")}>{t`On paper…`}</Button>
            <Button icon={FileOutput} onPress={() => write(true)}>{t`A copy to fill in…`}</Button>
          </div>
        </section>
      </div>
      <Joined map={map} />
      {writes && <WriteCopy map={map} onClose={() => write(false)} />}
    </div>
  );
}
