/** What other rooms show on a person's page. The window puts them there; the people room knows none of them. */
import type { MessageDescriptor } from "@lingui/core";
import type { ComponentType } from "react";
import type { Person } from "../bindings/Person";

export interface PersonPart {
  person: Person;
}

/** A view of what belongs to a person. */
export interface PersonTab {
  id: string;
  label: MessageDescriptor;
  Panel: ComponentType<PersonPart>;
  /** At the far end of the bar: a filter. */
  End?: ComponentType<PersonPart>;
}
