/** A solving thread that says nothing, ever. */
for (;;);
