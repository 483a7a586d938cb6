/** Name of the form in the catalogue of the file that `placePage` makes. */
export const formKey = 'Form';
