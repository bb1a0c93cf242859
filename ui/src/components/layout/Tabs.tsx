/** Views of the same thing, one at a time. */
import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs as TabSet } from "react-aria-components/Tabs";
import { join } from "../join";
import css from "./Tabs.module.css";

export interface TabsProps<Id extends string> {
  label: string;
  tabs: readonly { id: Id; label: string; count?: ReactNode; panel: ReactNode }[];
  value: Id;
  onChange: (id: Id) => void;
  /** At the far end of the bar: a filter. */
  end?: ReactNode;
  /** Takes the height there is, and scrolls inside the panel. */
  filled?: boolean;
}

export function Tabs<Id extends string>({ label, tabs, value, onChange, end, filled }: TabsProps<Id>) {
  return (
    <TabSet selectedKey={value} onSelectionChange={(key) => onChange(key as Id)} className={join(css.tabs, filled && css.filled)}>
      <div className={css.bar}>
        <TabList aria-label={label} className={css.list}>
          {tabs.map((tab) => (
            <Tab key={tab.id} id={tab.id} className={css.tab}>
              {tab.label}
              {tab.count !== undefined && <span className={css.count}> {tab.count}</span>}
            </Tab>
          ))}
        </TabList>
        {end}
      </div>
      {tabs.map((tab) => <TabPanel key={tab.id} id={tab.id} className={css.panel}>{tab.panel}</TabPanel>)}
    </TabSet>
  );
}
