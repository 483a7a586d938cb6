/** A reason for which a plate room would send a file back. `detail` names the object, key or value at fault. */
export interface Fault {
  readonly rule:
    | 'header'
    | 'id'
    | 'intent'
    | 'claim'
    | 'boxes'
    | 'font'
    | 'colour'
    | 'operator'
    | 'filter'
    | 'transparency'
    | 'foreign';
  readonly detail: string;
}
