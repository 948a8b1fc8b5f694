<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>FieldWords</name>
    <message>
        <source>Name of the run</source>
        <translation>Name des Laufs</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Rows to learn from</source>
        <translation>Zeilen, aus denen gelernt wird</translation>
    </message>
    <message>
        <source>Layout of the rows</source>
        <translation>Aufbau der Zeilen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Prompt form</source>
        <translation>Form des Prompts</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>Cut rows after</source>
        <translation>Zeilen kürzen nach</translation>
    </message>
    <message>
        <source>Longer rows</source>
        <translation>Längere Zeilen</translation>
    </message>
    <message>
        <source>Held out for evaluation</source>
        <translation>Für die Auswertung zurückgehalten</translation>
    </message>
    <message>
        <source>Held-out rows</source>
        <translation>Zurückgehaltene Zeilen</translation>
    </message>
    <message>
        <source>Only the first rows</source>
        <translation>Nur die ersten Zeilen</translation>
    </message>
    <message>
        <source>Date that templates are told</source>
        <translation>Datum, das Vorlagen erfahren</translation>
    </message>
    <message>
        <source>Principal are</source>
        <translation>Hauptgewichte sind</translation>
    </message>
    <message>
        <source>Rank R of the approximation</source>
        <translation>Rang R der Näherung</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Budget rank</source>
        <translation>Rang als Maß</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Projections</source>
        <translation>Projektionen</translation>
    </message>
    <message>
        <source>Renew the selection every</source>
        <translation>Die Auswahl erneuern alle</translation>
    </message>
    <message>
        <source>How the approximation is computed</source>
        <translation>Berechnung der Näherung</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Momentum (beta 1)</source>
        <translation>Momentum (beta 1)</translation>
    </message>
    <message>
        <source>Memory of gradient sizes (beta 2)</source>
        <translation>Gedächtnis der Gradientengrößen (beta 2)</translation>
    </message>
    <message>
        <source>Smallest divisor (epsilon)</source>
        <translation>Kleinster Teiler (epsilon)</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtszerfall</translation>
    </message>
    <message>
        <source>Largest gradient norm</source>
        <translation>Größte Gradientennorm</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Anlauf</translation>
    </message>
    <message>
        <source>Last learning rate</source>
        <translation>Letzte Lernrate</translation>
    </message>
    <message>
        <source>Training method</source>
        <translation>Trainingsmethode</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Passes over the rows</source>
        <translation>Durchgänge durch die Zeilen</translation>
    </message>
    <message>
        <source>Longest time, in seconds</source>
        <translation>Längste Dauer in Sekunden</translation>
    </message>
    <message>
        <source>Rows per step</source>
        <translation>Zeilen je Schritt</translation>
    </message>
    <message>
        <source>Tokens per pass</source>
        <translation>Token je Durchgang</translation>
    </message>
    <message>
        <source>Recompute activations</source>
        <translation>Aktivierungen neu berechnen</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>Startwert des Zufalls</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Threads des Prozessors</translation>
    </message>
    <message>
        <source>Save every so many minutes</source>
        <translation>Minuten von Speichern zu Speichern</translation>
    </message>
    <message>
        <source>Save every so many steps</source>
        <translation>Schritte von Speichern zu Speichern</translation>
    </message>
    <message>
        <source>Weights in memory</source>
        <translation>Gewichte im Speicher</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation>Auswerten alle</translation>
    </message>
    <message>
        <source>Held-out rows per evaluation</source>
        <translation>Zurückgehaltene Zeilen je Auswertung</translation>
    </message>
    <message>
        <source>Held-out rows answered and compared</source>
        <translation>Zurückgehaltene Zeilen, die beantwortet und verglichen werden</translation>
    </message>
    <message>
        <source>Share of the time for answers</source>
        <translation>Anteil der Zeit für Antworten</translation>
    </message>
    <message>
        <source>Retention probe</source>
        <translation>Behaltensprobe</translation>
    </message>
    <message>
        <source>Probe questions per evaluation</source>
        <translation>Probefragen je Auswertung</translation>
    </message>
    <message>
        <source>Alarm when this share is forgotten</source>
        <translation>Alarm, wenn dieser Anteil vergessen ist</translation>
    </message>
    <message>
        <source>Questions to ask as it learns</source>
        <translation>Fragen während des Lernens</translation>
    </message>
    <message>
        <source>Ask every so many steps</source>
        <translation>Schritte von Frage zu Frage</translation>
    </message>
    <message>
        <source>Longest answer, in tokens</source>
        <translation>Längste Antwort, in Token</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>Der Lauf</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>as the memory plan says</source>
        <translation>wie der Speicherplan es sagt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>every layer</source>
        <translation>jede Schicht</translation>
    </message>
    <message>
        <source>the quickest that is good enough</source>
        <translation>das schnellste, das gut genug ist</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>by the Gram matrix</source>
        <translation>über die Gram-Matrix</translation>
    </message>
    <message>
        <source>by subspace iteration</source>
        <translation>durch Unterraum-Iteration</translation>
    </message>
    <message>
        <source>linear to zero</source>
        <translation>linear bis null</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>konstant</translation>
    </message>
    <message>
        <source>How answers are compared</source>
        <translation>Wie Antworten verglichen werden</translation>
    </message>
    <message>
        <source>as the answers suggest</source>
        <translation>wie die Antworten es nahelegen</translation>
    </message>
    <message>
        <source>as text</source>
        <translation>als Text</translation>
    </message>
    <message>
        <source>as JSON, by value</source>
        <translation>als JSON, nach dem Wert</translation>
    </message>
    <message>
        <source>as numbers</source>
        <translation>als Zahlen</translation>
    </message>
    <message>
        <source>by the letter of a choice</source>
        <translation>nach dem Buchstaben einer Auswahl</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>gar nicht</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>What the alarm does</source>
        <translation>Was der Alarm tut</translation>
    </message>
    <message>
        <source>say so</source>
        <translation>melden</translation>
    </message>
    <message>
        <source>stop the run</source>
        <translation>den Lauf anhalten</translation>
    </message>
    <message>
        <source>end in the last state before it</source>
        <translation>mit dem letzten Stand davor enden</translation>
    </message>
    <message>
        <source>General rows against forgetting</source>
        <translation>Allgemeine Zeilen gegen das Vergessen</translation>
    </message>
    <message>
        <source>Share of general rows</source>
        <translation>Anteil allgemeiner Zeilen</translation>
    </message>
    <message>
        <source>Share of rows to choose settings by</source>
        <translation>Anteil der Zeilen, nach denen Einstellungen gewählt werden</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Strength of the delta</source>
        <translation>Stärke des Deltas</translation>
    </message>
    <message>
        <source>Rank R</source>
        <translation>Rang R</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Renewing the selection</source>
        <translation>Erneuern der Auswahl</translation>
    </message>
    <message>
        <source>Kept at renewal</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Projections</source>
        <translation>Projektionen</translation>
    </message>
    <message>
        <source>Laid over</source>
        <translation>Darübergelegt</translation>
    </message>
    <message>
        <source>Singular values</source>
        <translation>Singulärwerte</translation>
    </message>
    <message>
        <source>Stable rank</source>
        <translation>Stabiler Rang</translation>
    </message>
    <message>
        <source>Effective rank</source>
        <translation>Effektiver Rang</translation>
    </message>
    <message>
        <source>Dequantised</source>
        <translation>Dequantisiert</translation>
    </message>
    <message>
        <source>Masters and moments</source>
        <translation>Hauptkopien und Momente</translation>
    </message>
    <message>
        <source>Widened factors</source>
        <translation>Erweiterte Faktoren</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Retention probe</source>
        <translation>Behaltensprobe</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Rat</translation>
    </message>
    <message>
        <source>A small file with only the weights that a run has changed. Laid over the base model it makes the tuned model; taken off again it leaves the base exactly as it was.</source>
        <translation>Eine kleine Datei, die nur die Gewichte enthält, die ein Lauf geändert hat. Über das Basismodell gelegt, ergibt sie das abgestimmte Modell; wieder abgenommen, lässt sie die Basis genau so, wie sie war.</translation>
    </message>
    <message>
        <source>How much of the change is applied: at 0 the base answers, at 1 the model as it was trained, between them a mixture, above 1 more than was trained.</source>
        <translation>Wie viel von der Änderung angewandt wird: bei 0 antwortet die Basis, bei 1 das Modell, wie es trainiert wurde, dazwischen eine Mischung, über 1 mehr, als trainiert wurde.</translation>
    </message>
    <message>
        <source>Every weight matrix is first replaced by a simpler one that keeps its R strongest patterns and leaves out the rest as noise. The weights that are largest in this simpler matrix are the ones that train. A small R looks at a few broad patterns only, a large R at fine ones too.</source>
        <translation>Jede Gewichtsmatrix wird zuerst durch eine einfachere ersetzt, die ihre R stärksten Muster behält und den Rest als Rauschen weglässt. Die Gewichte, die in dieser einfacheren Matrix am größten sind, trainieren. Ein kleines R sieht nur auf wenige grobe Muster, ein großes R auch auf feine.</translation>
    </message>
    <message>
        <source>The share of all weights that train. 5 % is usual: enough to learn a task, few enough to forget little. More needs more memory and makes the delta larger.</source>
        <translation>Der Anteil aller Gewichte, der trainiert. Üblich sind 5 %: genug, um eine Aufgabe zu lernen, wenig genug, um kaum etwas zu vergessen. Mehr braucht mehr Speicher und macht das Delta größer.</translation>
    </message>
    <message>
        <source>While the model learns, other weights may become the important ones. Every so many steps the choice is made anew from the weights as they are then.</source>
        <translation>Während das Modell lernt, können andere Gewichte die wichtigen werden. Nach jeweils so vielen Schritten wird die Auswahl neu getroffen, aus den Gewichten, wie sie dann sind.</translation>
    </message>
    <message>
        <source>The share of the newly chosen weights that trained before the renewal already. Near 100 % the choice has settled, and renewing it less often costs nothing.</source>
        <translation>Der Anteil der neu gewählten Gewichte, die schon vor dem Erneuern trainierten. Nahe 100 % steht die Auswahl fest, und selteneres Erneuern kostet nichts.</translation>
    </message>
    <message>
        <source>The seven weight matrices of a layer. q, k, v and o belong to attention, which decides what a token looks at; gate, up and down to the feed-forward part, in which most of the knowledge lies.</source>
        <translation>Die sieben Gewichtsmatrizen einer Schicht. q, k, v und o gehören zur Aufmerksamkeit, die entscheidet, worauf ein Token blickt; gate, up und down zum Feedforward-Teil, in dem das meiste Wissen liegt.</translation>
    </message>
    <message>
        <source>|W| is the size of a weight as it is. |W_r| is its size in the approximation of rank R, by which the weights to train are chosen.</source>
        <translation>|W| ist die Größe eines Gewichts, wie es ist. |W_r| ist seine Größe in der Näherung vom Rang R, nach der die Gewichte zum Trainieren gewählt werden.</translation>
    </message>
    <message>
        <source>In amber over the map: which weights a run has changed, or which ones would be chosen now and were not before. Until something has trained there is nothing to lay over it.</source>
        <translation>In Bernstein über der Karte: welche Gewichte ein Lauf geändert hat, oder welche jetzt gewählt würden und es vorher nicht waren. Solange nichts trainiert hat, gibt es nichts darüberzulegen.</translation>
    </message>
    <message>
        <source>How strong each pattern in a matrix is, strongest first. A steep curve means that a few patterns carry most of the matrix; the dotted line is R, up to which they count.</source>
        <translation>Wie stark jedes Muster in einer Matrix ist, das stärkste zuerst. Eine steile Kurve bedeutet, dass wenige Muster den größten Teil der Matrix tragen; die gepunktete Linie ist R, bis zu dem sie zählen.</translation>
    </message>
    <message>
        <source>How many patterns as strong as the strongest one would have the matrix&apos;s whole energy. Small: a few patterns rule.</source>
        <translation>Wie viele Muster von der Stärke des stärksten zusammen die ganze Energie der Matrix hätten. Klein: wenige Muster herrschen vor.</translation>
    </message>
    <message>
        <source>How many patterns the matrix seems to have when each counts by its share of the energy. Large: the energy is spread over many.</source>
        <translation>Wie viele Muster die Matrix zu haben scheint, wenn jedes nach seinem Anteil an der Energie zählt. Groß: die Energie ist über viele verteilt.</translation>
    </message>
    <message>
        <source>The file holds its weights rounded to a few bits. For training they are written out as ordinary numbers, exactly those that the rounded ones stand for.</source>
        <translation>Die Datei enthält ihre Gewichte auf wenige Bits gerundet. Zum Trainieren werden sie als gewöhnliche Zahlen ausgeschrieben, genau die, für die die gerundeten stehen.</translation>
    </message>
    <message>
        <source>For every weight that trains: a precise copy of it (the master), and two running means of its gradient and of that gradient&apos;s size (the moments), which the optimizer steers by.</source>
        <translation>Für jedes Gewicht, das trainiert: eine genaue Kopie davon (die Hauptkopie) und zwei gleitende Mittel, eines seines Gradienten und eines von dessen Größe (die Momente), nach denen der Optimierer steuert.</translation>
    </message>
    <message>
        <source>Working copies of numbers in 32 bits for processors that can&apos;t multiply 16-bit ones quickly.</source>
        <translation>Arbeitskopien von Zahlen in 32 Bit für Prozessoren, die Zahlen mit 16 Bit nicht schnell multiplizieren können.</translation>
    </message>
    <message>
        <source>Rows that never train. How well the model does on them tells whether it has learned the task or only learned the rows by heart.</source>
        <translation>Zeilen, die nie trainieren. Wie gut das Modell bei ihnen abschneidet, zeigt, ob es die Aufgabe gelernt hat oder nur die Zeilen auswendig.</translation>
    </message>
    <message>
        <source>Choice questions about something else than your task, asked before and after. When fewer are answered right, the model has forgotten something.</source>
        <translation>Auswahlfragen zu etwas anderem als Ihrer Aufgabe, vorher und nachher gestellt. Werden weniger richtig beantwortet, hat das Modell etwas vergessen.</translation>
    </message>
    <message>
        <source>The strong line is a running mean: 0.9 looks back over about 10 steps, 0.97 over about 30. The faint line shows every step as it was.</source>
        <translation>Die kräftige Linie ist ein gleitendes Mittel: 0.9 blickt über etwa 10 Schritte zurück, 0.97 über etwa 30. Die blasse Linie zeigt jeden Schritt, wie er war.</translation>
    </message>
    <message>
        <source>From the singular values of this model and the memory that is free. R and density belong together: the more weights train, the finer the patterns that are worth looking at.</source>
        <translation>Aus den Singulärwerten dieses Modells und dem freien Speicher. R und Dichte gehören zusammen: je mehr Gewichte trainieren, desto feiner sind die Muster, auf die zu sehen sich lohnt.</translation>
    </message>
</context>
<context>
    <name>GoOn</name>
    <message>
        <source>Where does %1 lie now?</source>
        <translation>Wo liegt %1 jetzt?</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>Modelle (*.gguf)</translation>
    </message>
    <message>
        <source>In which folder does the run&apos;s data lie now?</source>
        <translation>In welchem Ordner liegen die Daten des Laufs jetzt?</translation>
    </message>
    <message>
        <source>Choose the model…</source>
        <translation>Modell wählen…</translation>
    </message>
    <message>
        <source>Choose the data…</source>
        <translation>Daten wählen…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Nochmals versuchen</translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Move the crosshair</source>
        <translation>Das Fadenkreuz bewegen</translation>
    </message>
    <message>
        <source>Nearer, farther</source>
        <translation>Näher, weiter</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Open large</source>
        <translation>Groß öffnen</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>About LIFT Studio</source>
        <translation>Über LIFT Studio</translation>
    </message>
    <message>
        <source>Fine-tunes language models by training only their principal weights, and shows which weights learn.

Free software under the GNU General Public License, version 3 or later. Fonts: Inter and JetBrains Mono, SIL Open Font License 1.1.</source>
        <translation>Stimmt Sprachmodelle fein ab, indem nur ihre Hauptgewichte trainiert werden, und zeigt, welche Gewichte lernen.

Freie Software unter der GNU General Public License, Version 3 oder später. Schriften: Inter und JetBrains Mono, SIL Open Font License 1.1.</translation>
    </message>
</context>
<context>
    <name>OpenResult</name>
    <message>
        <source>Delta or adapter file…</source>
        <translation>Delta- oder Adapterdatei …</translation>
    </message>
    <message>
        <source>Open a delta or an adapter</source>
        <translation>Delta oder Adapter öffnen</translation>
    </message>
    <message>
        <source>Deltas and adapters (*.safetensors *.gguf adapter_config.json)</source>
        <translation>Deltas und Adapter (*.safetensors *.gguf adapter_config.json)</translation>
    </message>
    <message>
        <source>Folder of an adapter or a fine-tuned model…</source>
        <translation>Ordner eines Adapters oder eines abgestimmten Modells …</translation>
    </message>
    <message>
        <source>Open an adapter or a fine-tuned model of this base</source>
        <translation>Adapter oder abgestimmtes Modell dieser Basis öffnen</translation>
    </message>
</context>
<context>
    <name>PageId</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>“%1” is no number. Write it like %2 or %3.</source>
        <translation>„%1“ ist keine Zahl. Schreiben Sie sie wie %2 oder %3.</translation>
    </message>
</context>
<context>
    <name>RunLabel</name>
    <message>
        <source>Name and note of %1</source>
        <translation>Name und Notiz von %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>RunsColumns</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>loss %1 → %2</source>
        <translation>Verlust %1 → %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>done, worse</source>
        <translation>fertig, schlechter</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Held-out</source>
        <translation>Prüfverlust</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
</context>
<context>
    <name>SaveRun</name>
    <message>
        <source>Saving the run</source>
        <translation>Lauf wird gespeichert</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>Page to share (HTML)…</source>
        <translation>Seite zum Weitergeben (HTML) …</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>Table of its numbers (CSV)…</source>
        <translation>Tabelle seiner Zahlen (CSV) …</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Folder for TensorBoard…</source>
        <translation>Ordner für TensorBoard …</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>&apos;{}&apos;, which is undefined</source>
        <translation>&apos;{}&apos;, das nicht definiert ist</translation>
    </message>
    <message>
        <source>0 (off) or more</source>
        <translation>0 (aus) oder mehr</translation>
    </message>
    <message>
        <source>0 (off) or more tokens</source>
        <translation>0 (aus) oder mehr Token</translation>
    </message>
    <message>
        <source>0 or more and less than 1</source>
        <translation>0 oder mehr und kleiner als 1</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 bis 1</translation>
    </message>
    <message>
        <source>0.05 trains 5 % of every matrix</source>
        <translation>0.05 trainiert 5 % jeder Matrix</translation>
    </message>
    <message>
        <source>4 bytes for each of {} trained weights</source>
        <translation>4 Byte für jedes von {} trainierten Gewichten</translation>
    </message>
    <message>
        <source>4 bytes for each of {} trained weights, and the rows</source>
        <translation>4 Byte für jedes von {} trainierten Gewichten, und die Zeilen</translation>
    </message>
    <message>
        <source>A GGUF file or a Hugging Face folder.</source>
        <translation>Eine GGUF-Datei oder ein Hugging-Face-Ordner.</translation>
    </message>
    <message>
        <source>A delta changes a GGUF file only on loading; lift delta merge writes a folder</source>
        <translation>Ein Delta ändert eine GGUF-Datei nur beim Laden; lift delta merge schreibt einen Ordner</translation>
    </message>
    <message>
        <source>A delta is written by a training run</source>
        <translation>Ein Delta wird von einem Trainingslauf geschrieben</translation>
    </message>
    <message>
        <source>A later version of this program wrote it</source>
        <translation>Eine spätere Version dieses Programms hat es geschrieben</translation>
    </message>
    <message>
        <source>A learning rate of {} was asked for and not taken</source>
        <translation>Eine Lernrate von {} wurde verlangt und nicht angenommen</translation>
    </message>
    <message>
        <source>A lower learning rate or clipping usually helps</source>
        <translation>Meist hilft eine kleinere Lernrate oder das Begrenzen des Gradienten</translation>
    </message>
    <message>
        <source>A newer version of the program made it; update this one</source>
        <translation>Eine neuere Version des Programms hat es erzeugt; aktualisieren Sie das Programm</translation>
    </message>
    <message>
        <source>A newer version of the program wrote it; update this one</source>
        <translation>Eine neuere Version des Programms hat es geschrieben; aktualisieren Sie das Programm</translation>
    </message>
    <message>
        <source>A saved state cannot be read and is passed over. {}</source>
        <translation>Ein gespeicherter Stand lässt sich nicht lesen und wird übergangen. {}</translation>
    </message>
    <message>
        <source>Added to the root of the second moment.</source>
        <translation>Wird zur Wurzel des zweiten Moments addiert.</translation>
    </message>
    <message>
        <source>Alarm when more than this share of the base model&apos;s score is lost.</source>
        <translation>Alarm, wenn mehr als dieser Anteil des Ergebnisses des Basismodells verloren ist.</translation>
    </message>
    <message>
        <source>As many weights as LoRA of this rank, min((m+n)r, mn) per matrix; 0: use density.</source>
        <translation>So viele Gewichte wie LoRA dieses Ranges, min((m+n)r, mn) je Matrix; 0: density gilt.</translation>
    </message>
    <message>
        <source>Ask for tiles of a rectangle this large</source>
        <translation>Verlangen Sie für ein so großes Rechteck Kacheln</translation>
    </message>
    <message>
        <source>At most this many tokens per pass; a step is split into passes.</source>
        <translation>Höchstens so viele Token je Durchgang; ein Schritt wird in Durchgänge geteilt.</translation>
    </message>
    <message>
        <source>Attach one first</source>
        <translation>Wenden Sie zuerst eines an</translation>
    </message>
    <message>
        <source>CUDA and libraries</source>
        <translation>CUDA und Bibliotheken</translation>
    </message>
    <message>
        <source>Check the columns and the longest row</source>
        <translation>Prüfen Sie die Spalten und die längste Zeile</translation>
    </message>
    <message>
        <source>Choice questions that measure retention; empty: none.</source>
        <translation>Auswahlfragen, die das Behalten messen; leer: keine.</translation>
    </message>
    <message>
        <source>Choose a file of another quantisation</source>
        <translation>Wählen Sie eine Datei mit anderer Quantisierung</translation>
    </message>
    <message>
        <source>Choose a folder that you may write</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen</translation>
    </message>
    <message>
        <source>Choose another folder or free some space</source>
        <translation>Wählen Sie einen anderen Ordner oder schaffen Sie Platz</translation>
    </message>
    <message>
        <source>Choose another name; nothing is overwritten</source>
        <translation>Wählen Sie einen anderen Namen; nichts wird überschrieben</translation>
    </message>
    <message>
        <source>Choose the prompt format alpaca or plain</source>
        <translation>Wählen Sie die Promptform alpaca oder plain</translation>
    </message>
    <message>
        <source>Choose the prompt format alpaca or plain, or simplify the template</source>
        <translation>Wählen Sie die Promptform alpaca oder plain, oder vereinfachen Sie die Vorlage</translation>
    </message>
    <message>
        <source>Configuration and weights do not belong together</source>
        <translation>Konfiguration und Gewichte gehören nicht zusammen</translation>
    </message>
    <message>
        <source>Convert it to safetensors first</source>
        <translation>Wandeln Sie es zuerst in safetensors um</translation>
    </message>
    <message>
        <source>Copy the folder and use the copy</source>
        <translation>Kopieren Sie den Ordner und verwenden Sie die Kopie</translation>
    </message>
    <message>
        <source>Copy the tokenizer&apos;s files from where the model came from</source>
        <translation>Kopieren Sie die Dateien des Tokenizers von dort, woher das Modell stammt</translation>
    </message>
    <message>
        <source>Decay of the first moment.</source>
        <translation>Abklingfaktor des ersten Moments.</translation>
    </message>
    <message>
        <source>Decay of the second moment.</source>
        <translation>Abklingfaktor des zweiten Moments.</translation>
    </message>
    <message>
        <source>Decoupled weight decay; 0: off.</source>
        <translation>Entkoppelter Gewichtszerfall (weight decay); 0: aus.</translation>
    </message>
    <message>
        <source>Did you mean {}?</source>
        <translation>Meinten Sie {}?</translation>
    </message>
    <message>
        <source>Engine threads; 0: all cores.</source>
        <translation>Threads der Maschine; 0: alle Kerne.</translation>
    </message>
    <message>
        <source>Files whose rows are evaluated and never train.</source>
        <translation>Dateien, deren Zeilen ausgewertet werden und nie trainieren.</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>For example train.batch_rows=16</source>
        <translation>Zum Beispiel train.batch_rows=16</translation>
    </message>
    <message>
        <source>Free some space or choose another folder</source>
        <translation>Schaffen Sie Platz oder wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>GGUF mark</source>
        <translation>GGUF-Kennung</translation>
    </message>
    <message>
        <source>Give rows with answers, or a longer max_tokens</source>
        <translation>Geben Sie Zeilen mit Antworten oder ein größeres max_tokens an</translation>
    </message>
    <message>
        <source>Held-out rows per evaluation; 0: all.</source>
        <translation>Zurückgehaltene Zeilen je Auswertung; 0: alle.</translation>
    </message>
    <message>
        <source>How W_r is computed: auto, exact, gram or subspace.</source>
        <translation>Wie W_r berechnet wird: auto, exact, gram oder subspace.</translation>
    </message>
    <message>
        <source>Hugging Face folder, merged</source>
        <translation>Hugging-Face-Ordner, zusammengeführt</translation>
    </message>
    <message>
        <source>Is this the config.json of a Hugging Face model?</source>
        <translation>Ist dies die config.json eines Hugging-Face-Modells?</translation>
    </message>
    <message>
        <source>It cannot go on with another one; start a new run</source>
        <translation>Der Lauf kann mit etwas anderem nicht weitergehen; beginnen Sie einen neuen</translation>
    </message>
    <message>
        <source>Largest gradient norm; 0: off.</source>
        <translation>Größte Gradientennorm; 0: aus.</translation>
    </message>
    <message>
        <source>Last learning rate as a share of the peak.</source>
        <translation>Letzte Lernrate als Anteil des Höchstwerts.</translation>
    </message>
    <message>
        <source>Layers that train; empty: all.</source>
        <translation>Schichten, die trainieren; leer: alle.</translation>
    </message>
    <message>
        <source>LibTorch and what it loads, measured</source>
        <translation>LibTorch und was es lädt, gemessen</translation>
    </message>
    <message>
        <source>Load the model again, or lower the learning rate if training made them</source>
        <translation>Laden Sie das Modell neu, oder verringern Sie die Lernrate, falls sie im Training entstanden sind</translation>
    </message>
    <message>
        <source>Load the model in that type</source>
        <translation>Laden Sie das Modell in diesem Typ</translation>
    </message>
    <message>
        <source>Longer rows: truncate (keep the beginning) or drop.</source>
        <translation>Längere Zeilen: truncate (den Anfang behalten) oder drop.</translation>
    </message>
    <message>
        <source>Longest answer in tokens.</source>
        <translation>Längste Antwort in Token.</translation>
    </message>
    <message>
        <source>Longest row in tokens.</source>
        <translation>Längste Zeile in Token.</translation>
    </message>
    <message>
        <source>Map them by hand: prompt=COLUMN, response=COLUMN (or messages=COLUMN)</source>
        <translation>Ordnen Sie sie von Hand zu: prompt=SPALTE, response=SPALTE (oder messages=SPALTE)</translation>
    </message>
    <message>
        <source>Mend or remove the line</source>
        <translation>Korrigieren oder entfernen Sie die Zeile</translation>
    </message>
    <message>
        <source>Minutes between saves of the resume state; 0: only at stop.</source>
        <translation>Minuten zwischen zwei Speicherungen des Stands; 0: nur beim Anhalten.</translation>
    </message>
    <message>
        <source>Name a GGUF file or a model folder</source>
        <translation>Nennen Sie eine GGUF-Datei oder einen Modellordner</translation>
    </message>
    <message>
        <source>Name a file of rows: JSONL, JSON, CSV, Parquet, Arrow or text</source>
        <translation>Nennen Sie eine Datei mit Zeilen: JSONL, JSON, CSV, Parquet, Arrow oder Text</translation>
    </message>
    <message>
        <source>Name every layer once</source>
        <translation>Nennen Sie jede Schicht nur einmal</translation>
    </message>
    <message>
        <source>Name every projection once</source>
        <translation>Nennen Sie jede Projektion nur einmal</translation>
    </message>
    <message>
        <source>Name of the run; empty: from the model and the data.</source>
        <translation>Name des Laufs; leer: aus dem Modell und den Daten.</translation>
    </message>
    <message>
        <source>Of every random stream of the run.</source>
        <translation>Für alle Zufallsströme des Laufs.</translation>
    </message>
    <message>
        <source>Open data with held-out files or a held-out share</source>
        <translation>Öffnen Sie Daten mit zurückgehaltenen Dateien oder einem zurückgehaltenen Anteil</translation>
    </message>
    <message>
        <source>Open one first</source>
        <translation>Zuerst öffnen</translation>
    </message>
    <message>
        <source>Optimizer steps; 0: from epochs.</source>
        <translation>Schritte des Optimierers; 0: aus epochs.</translation>
    </message>
    <message>
        <source>Passes over the rows when steps is 0.</source>
        <translation>Durchgänge durch die Zeilen, wenn steps 0 ist.</translation>
    </message>
    <message>
        <source>Peak learning rate.</source>
        <translation>Höchstwert der Lernrate.</translation>
    </message>
    <message>
        <source>Put before conversations that have none; empty: none.</source>
        <translation>Wird vor Gespräche gestellt, die keinen haben; leer: keiner.</translation>
    </message>
    <message>
        <source>Questions answered before, during and after.</source>
        <translation>Fragen, die vorher, währenddessen und nachher beantwortet werden.</translation>
    </message>
    <message>
        <source>Questions per evaluation; 0: all.</source>
        <translation>Fragen je Auswertung; 0: alle.</translation>
    </message>
    <message>
        <source>Rank R of the approximation W_r.</source>
        <translation>Rang R der Näherung W_r.</translation>
    </message>
    <message>
        <source>Recompute activations to save memory: auto, off or full.</source>
        <translation>Aktivierungen neu berechnen, um Speicher zu sparen: auto, off oder full.</translation>
    </message>
    <message>
        <source>Recompute activations: the same training, about 30 % slower</source>
        <translation>Aktivierungen neu berechnen: dasselbe Training, etwa 30 % langsamer</translation>
    </message>
    <message>
        <source>Replace with a String pattern</source>
        <translation>Replace mit einem String-Muster</translation>
    </message>
    <message>
        <source>Resumed after step {}</source>
        <translation>Fortgesetzt nach Schritt {}</translation>
    </message>
    <message>
        <source>Rows need question, choices and answer, or instruction (with &quot;Answer format: a/b&quot;) and answer</source>
        <translation>Zeilen brauchen question, choices und answer, oder instruction (mit &quot;Answer format: a/b&quot;) und answer</translation>
    </message>
    <message>
        <source>Rows of at most {} tokens: longer ones lose their end</source>
        <translation>Zeilen von höchstens {} Token: längere verlieren ihr Ende</translation>
    </message>
    <message>
        <source>Rows per optimizer step.</source>
        <translation>Zeilen je Schritt des Optimierers.</translation>
    </message>
    <message>
        <source>Saved after step {}</source>
        <translation>Gespeichert nach Schritt {}</translation>
    </message>
    <message>
        <source>SentencePiece, {} tokens, {}</source>
        <translation>SentencePiece, {} Token, {}</translation>
    </message>
    <message>
        <source>SentencePiece-style BPE, {} tokens, {}</source>
        <translation>BPE nach Art von SentencePiece, {} Token, {}</translation>
    </message>
    <message>
        <source>Share of every matrix that trains, between 0 and 1.</source>
        <translation>Anteil jeder Matrix, der trainiert, zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>Share of the steps that warm up.</source>
        <translation>Anteil der Schritte für den Anlauf.</translation>
    </message>
    <message>
        <source>Smaller passes of {} tokens: the same training, a little slower</source>
        <translation>Kleinere Durchgänge von {} Token: dasselbe Training, etwas langsamer</translation>
    </message>
    <message>
        <source>Split the row; a row trains max_tokens tokens at most</source>
        <translation>Teilen Sie die Zeile; eine Zeile trainiert höchstens max_tokens Token</translation>
    </message>
    <message>
        <source>Start a new run from its recipe</source>
        <translation>Beginnen Sie einen neuen Lauf mit seinem Rezept</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Steps between answers; 0: only before and after.</source>
        <translation>Schritte zwischen Antworten; 0: nur vorher und nachher.</translation>
    </message>
    <message>
        <source>Steps between evaluations; 0: only before and after.</source>
        <translation>Schritte zwischen Auswertungen; 0: nur vorher und nachher.</translation>
    </message>
    <message>
        <source>Steps between renewals of the selection; 0: never.</source>
        <translation>Schritte zwischen Erneuerungen der Auswahl; 0: nie.</translation>
    </message>
    <message>
        <source>Steps between saves, besides; 0: off.</source>
        <translation>Schritte zwischen zwei Speicherungen, zusätzlich; 0: aus.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stopped without saving</source>
        <translation>Ohne Speichern angehalten</translation>
    </message>
    <message>
        <source>Take a lower rank, or leave that projection out</source>
        <translation>Nehmen Sie einen kleineren Rang oder lassen Sie diese Projektion aus</translation>
    </message>
    <message>
        <source>Take only the first N rows; 0: all.</source>
        <translation>Nur die ersten N Zeilen nehmen; 0: alle.</translation>
    </message>
    <message>
        <source>Take the base as a Hugging Face folder instead of a GGUF file</source>
        <translation>Nehmen Sie die Basis als Hugging-Face-Ordner statt als GGUF-Datei</translation>
    </message>
    <message>
        <source>The base has no tokenizer file; the folder has none either.</source>
        <translation>Die Basis hat keine Tokenizer-Datei; auch der Ordner hat keine.</translation>
    </message>
    <message>
        <source>The base is a GGUF file: config.json and the tokenizer&apos;s files were made from its keys.</source>
        <translation>Die Basis ist eine GGUF-Datei: config.json und die Dateien des Tokenizers wurden aus ihren Schlüsseln erzeugt.</translation>
    </message>
    <message>
        <source>The chat template cannot be read: {}</source>
        <translation>Die Chatvorlage lässt sich nicht lesen: {}</translation>
    </message>
    <message>
        <source>The data or the recipe has changed since</source>
        <translation>Die Daten oder das Rezept haben sich seither geändert</translation>
    </message>
    <message>
        <source>The data set is not the one that the run began with</source>
        <translation>Der Datensatz ist nicht der, mit dem der Lauf begann</translation>
    </message>
    <message>
        <source>The delta belongs to a base held in another type or shape</source>
        <translation>Das Delta gehört zu einer Basis mit anderem Typ oder anderer Gestalt</translation>
    </message>
    <message>
        <source>The download is incomplete: get the missing file</source>
        <translation>Das Herunterladen ist unvollständig: holen Sie die fehlende Datei</translation>
    </message>
    <message>
        <source>The file has changed since it was read: open the data again</source>
        <translation>Die Datei hat sich geändert, seit sie gelesen wurde: öffnen Sie die Daten neu</translation>
    </message>
    <message>
        <source>The file is incomplete: get it again</source>
        <translation>Die Datei ist unvollständig: holen Sie sie neu</translation>
    </message>
    <message>
        <source>The file may be missing after a power failure</source>
        <translation>Nach einem Stromausfall kann die Datei fehlen</translation>
    </message>
    <message>
        <source>The folder holds another model, or was changed since</source>
        <translation>Der Ordner enthält ein anderes Modell oder wurde seither geändert</translation>
    </message>
    <message>
        <source>The folder is incomplete, or is not a causal language model of this family</source>
        <translation>Der Ordner ist unvollständig oder kein kausales Sprachmodell dieser Familie</translation>
    </message>
    <message>
        <source>The peak learning rate is {} from step {} on</source>
        <translation>Der Höchstwert der Lernrate ist {} ab Schritt {}</translation>
    </message>
    <message>
        <source>The probe has changed since</source>
        <translation>Die Probe hat sich seither geändert</translation>
    </message>
    <message>
        <source>The run stopped before its first save; start it anew</source>
        <translation>Der Lauf hielt vor dem ersten Speichern an; beginnen Sie ihn neu</translation>
    </message>
    <message>
        <source>The state after step {} could not be saved: {}</source>
        <translation>Der Stand nach Schritt {} konnte nicht gespeichert werden: {}</translation>
    </message>
    <message>
        <source>The state after step {} is saved</source>
        <translation>Der Stand nach Schritt {} ist gespeichert</translation>
    </message>
    <message>
        <source>The state belongs to another run or is damaged</source>
        <translation>Der Stand gehört zu einem anderen Lauf oder ist beschädigt</translation>
    </message>
    <message>
        <source>The tokenizer cannot be read: {}</source>
        <translation>Der Tokenizer lässt sich nicht lesen: {}</translation>
    </message>
    <message>
        <source>The weights are stored as {} and are dequantised to {} on import: what is trained and saved is the dequantised model</source>
        <translation>Die Gewichte sind als {} gespeichert und werden beim Einlesen zu {} dequantisiert: trainiert und gespeichert wird das dequantisierte Modell</translation>
    </message>
    <message>
        <source>The weights may have diverged in training, or the file is damaged</source>
        <translation>Die Gewichte sind im Training vielleicht divergiert, oder die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>The weights may have diverged: try a smaller learning rate</source>
        <translation>Die Gewichte sind vielleicht divergiert: versuchen Sie eine kleinere Lernrate</translation>
    </message>
    <message>
        <source>There is a CUDA device, but LibTorch&apos;s CUDA library could not be opened: {}.</source>
        <translation>Es gibt ein CUDA-Gerät, aber die CUDA-Bibliothek von LibTorch ließ sich nicht öffnen: {}.</translation>
    </message>
    <message>
        <source>There is no CUDA device on this machine ({}).</source>
        <translation>Auf diesem Rechner gibt es kein CUDA-Gerät ({}).</translation>
    </message>
    <message>
        <source>This delta belongs to another base model</source>
        <translation>Dieses Delta gehört zu einem anderen Basismodell</translation>
    </message>
    <message>
        <source>This delta was trained with another one and would answer wrongly</source>
        <translation>Dieses Delta wurde mit etwas anderem trainiert und würde falsch antworten</translation>
    </message>
    <message>
        <source>This is a fault of the program: please report it</source>
        <translation>Das ist ein Fehler des Programms: bitte melden Sie ihn</translation>
    </message>
    <message>
        <source>This program was built without CUDA: no CUDA device was used.</source>
        <translation>Dieses Programm wurde ohne CUDA gebaut: kein CUDA-Gerät wurde verwendet.</translation>
    </message>
    <message>
        <source>Train half as many weights</source>
        <translation>Halb so viele Gewichte trainieren</translation>
    </message>
    <message>
        <source>Train the upper half of the layers</source>
        <translation>Die obere Hälfte der Schichten trainieren</translation>
    </message>
    <message>
        <source>Undo the other delta first</source>
        <translation>Machen Sie zuerst das andere Delta rückgängig</translation>
    </message>
    <message>
        <source>Use a smaller batch or shorter rows, or turn activation checkpointing on</source>
        <translation>Nehmen Sie weniger oder kürzere Zeilen, oder lassen Sie die Aktivierungen neu berechnen</translation>
    </message>
    <message>
        <source>Use the device cpu.</source>
        <translation>Verwenden Sie das Gerät cpu.</translation>
    </message>
    <message>
        <source>Wait until it ends, or end it</source>
        <translation>Warten Sie, bis er endet, oder beenden Sie ihn</translation>
    </message>
    <message>
        <source>Weights in bf16, with fp32 masters for what trains</source>
        <translation>Gewichte in bf16, mit Hauptkopien in fp32 für das, was trainiert</translation>
    </message>
    <message>
        <source>Weights in memory: bf16 or fp32.</source>
        <translation>Gewichte im Speicher: bf16 oder fp32.</translation>
    </message>
    <message>
        <source>[layer, projection, entries, overlap, bound]</source>
        <translation>[Schicht, Projektion, Einträge, Überlappung, Grenze]</translation>
    </message>
    <message>
        <source>&quot;a Regex pattern&quot;</source>
        <translation>&quot;ein Regex-Muster&quot;</translation>
    </message>
    <message>
        <source>&quot;bf16&quot; or &quot;fp32&quot;</source>
        <translation>&quot;bf16&quot; oder &quot;fp32&quot;</translation>
    </message>
    <message>
        <source>&quot;cpu&quot; or &quot;cuda:N&quot;</source>
        <translation>&quot;cpu&quot; oder &quot;cuda:N&quot;</translation>
    </message>
    <message>
        <source>a SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>a SHA-256 of 64 hexadecimal digits</source>
        <translation>SHA-256 aus 64 Hexadezimalziffern</translation>
    </message>
    <message>
        <source>a boolean</source>
        <translation>Wahrheitswert</translation>
    </message>
    <message>
        <source>a character</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>a count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>a fingerprint exactly where entries changed</source>
        <translation>Fingerabdruck genau dort, wo sich Einträge geändert haben</translation>
    </message>
    <message>
        <source>a folder with plain fp32, fp16 or bf16 weights, or a GGUF file</source>
        <translation>ein Ordner mit einfachen Gewichten in fp32, fp16 oder bf16, oder eine GGUF-Datei</translation>
    </message>
    <message>
        <source>a format number</source>
        <translation>Formatnummer</translation>
    </message>
    <message>
        <source>a function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>a hole before its data: expected a beginning at byte {}, found {}</source>
        <translation>eine Lücke vor seinen Daten: erwartet ein Anfang bei Byte {}, gefunden {}</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>a list of ids</source>
        <translation>Liste von Token-Nummern</translation>
    </message>
    <message>
        <source>a list of messages</source>
        <translation>Liste von Nachrichten</translation>
    </message>
    <message>
        <source>a list of q, k, v, o, gate, up, down</source>
        <translation>Liste aus q, k, v, o, gate, up, down</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>Liste von Texten</translation>
    </message>
    <message>
        <source>a list of whole numbers</source>
        <translation>Liste ganzer Zahlen</translation>
    </message>
    <message>
        <source>a list of {}</source>
        <translation>Liste von {}</translation>
    </message>
    <message>
        <source>a low-rank matrix</source>
        <translation>Matrix niedrigen Rangs</translation>
    </message>
    <message>
        <source>a mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>a namespace</source>
        <translation>Namensraum</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>a number above 0, where 1 is off, at most 100</source>
        <translation>Zahl über 0, wobei 1 aus bedeutet, höchstens 100</translation>
    </message>
    <message>
        <source>a number from 0 (always the likeliest token) to 100</source>
        <translation>Zahl von 0 (immer das wahrscheinlichste Token) bis 100</translation>
    </message>
    <message>
        <source>a part without text</source>
        <translation>Teil ohne Text</translation>
    </message>
    <message>
        <source>a recipe has no such field</source>
        <translation>in einem Rezept gibt es kein solches Feld</translation>
    </message>
    <message>
        <source>a shape</source>
        <translation>Gestalt</translation>
    </message>
    <message>
        <source>a shape that can be stored</source>
        <translation>Gestalt, die gespeichert werden kann</translation>
    </message>
    <message>
        <source>a share above 0, at most 1 (off)</source>
        <translation>Anteil über 0, höchstens 1 (aus)</translation>
    </message>
    <message>
        <source>a share from 0 (off) to 1</source>
        <translation>Anteil von 0 (aus) bis 1</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>a text on the left</source>
        <translation>Text auf der linken Seite</translation>
    </message>
    <message>
        <source>a text or a list of named templates</source>
        <translation>Text oder Liste benannter Vorlagen</translation>
    </message>
    <message>
        <source>a text, list or mapping on the right</source>
        <translation>Text, Liste oder Zuordnung auf der rechten Seite</translation>
    </message>
    <message>
        <source>a weight</source>
        <translation>Gewichtsmatrix</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>ganze Zahl</translation>
    </message>
    <message>
        <source>a whole number from 0 to {}</source>
        <translation>ganze Zahl von 0 bis {}</translation>
    </message>
    <message>
        <source>a whole number of 0 or more</source>
        <translation>ganze Zahl, 0 oder größer</translation>
    </message>
    <message>
        <source>about {} weights by the end: 4 bytes index, {} bytes base value</source>
        <translation>etwa {} Gewichte am Ende: 4 Byte Index, {} Byte Basiswert</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>always, first or never</source>
        <translation>always, first oder never</translation>
    </message>
    <message>
        <source>an answer before any prompt</source>
        <translation>eine Antwort vor jedem Prompt</translation>
    </message>
    <message>
        <source>an array of booleans</source>
        <translation>Array von Wahrheitswerten</translation>
    </message>
    <message>
        <source>an array of numbers</source>
        <translation>Array von Zahlen</translation>
    </message>
    <message>
        <source>an array of texts</source>
        <translation>Array von Texten</translation>
    </message>
    <message>
        <source>an array of whole numbers</source>
        <translation>Array ganzer Zahlen</translation>
    </message>
    <message>
        <source>an element type</source>
        <translation>Elementtyp</translation>
    </message>
    <message>
        <source>an empty one</source>
        <translation>ein leerer</translation>
    </message>
    <message>
        <source>an exception of unknown type</source>
        <translation>eine Ausnahme unbekannten Typs</translation>
    </message>
    <message>
        <source>an id from 0 to {}</source>
        <translation>Token-Nummer von 0 bis {}</translation>
    </message>
    <message>
        <source>an integer</source>
        <translation>ganze Zahl</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>an object of piece to id</source>
        <translation>Objekt von Stück zu Nummer</translation>
    </message>
    <message>
        <source>an object of texts</source>
        <translation>Objekt aus Texten</translation>
    </message>
    <message>
        <source>an object with role and content</source>
        <translation>Objekt mit role und content</translation>
    </message>
    <message>
        <source>an object: is this a tokenizer.json of huggingface/tokenizers?</source>
        <translation>Objekt: ist dies eine tokenizer.json von huggingface/tokenizers?</translation>
    </message>
    <message>
        <source>an undefined value</source>
        <translation>undefinierter Wert</translation>
    </message>
    <message>
        <source>another kind</source>
        <translation>etwas anderer Art</translation>
    </message>
    <message>
        <source>another process</source>
        <translation>einem anderen Prozess</translation>
    </message>
    <message>
        <source>answering was cancelled</source>
        <translation>das Beantworten wurde abgebrochen</translation>
    </message>
    <message>
        <source>applying the delta</source>
        <translation>Delta wird angewandt</translation>
    </message>
    <message>
        <source>array element</source>
        <translation>Array-Element</translation>
    </message>
    <message>
        <source>array elements</source>
        <translation>Array-Elemente</translation>
    </message>
    <message>
        <source>array length</source>
        <translation>Array-Länge</translation>
    </message>
    <message>
        <source>at most the tensor&apos;s elements</source>
        <translation>höchstens so viele, wie der Tensor Elemente hat</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>auto (the model&apos;s chat template, else alpaca), chat, alpaca or plain.</source>
        <translation>auto (die Chatvorlage des Modells, sonst alpaca), chat, alpaca oder plain.</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>Stapelgröße</translation>
    </message>
    <message>
        <source>beside the old</source>
        <translation>neben dem alten</translation>
    </message>
    <message>
        <source>boolean</source>
        <translation>Wahrheitswert</translation>
    </message>
    <message>
        <source>byte-level BPE, {} tokens, {}</source>
        <translation>BPE auf Byteebene, {} Token, {}</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>chat template</source>
        <translation>Chatvorlage</translation>
    </message>
    <message>
        <source>checking the export was cancelled</source>
        <translation>das Prüfen des Exports wurde abgebrochen</translation>
    </message>
    <message>
        <source>choice questions</source>
        <translation>Auswahlfragen</translation>
    </message>
    <message>
        <source>column {}: {}</source>
        <translation>Spalte {}: {}</translation>
    </message>
    <message>
        <source>comparing kernels</source>
        <translation>Kernel werden verglichen</translation>
    </message>
    <message>
        <source>comparing the export with the model</source>
        <translation>Export wird mit dem Modell verglichen</translation>
    </message>
    <message>
        <source>context, cuBLAS and cuSOLVER, a guess that was not measured</source>
        <translation>Kontext, cuBLAS und cuSOLVER, geschätzt und nicht gemessen</translation>
    </message>
    <message>
        <source>could not bring {} bytes to the disk</source>
        <translation>{} Byte ließen sich nicht auf die Platte bringen</translation>
    </message>
    <message>
        <source>could not copy {}: {}</source>
        <translation>{} ließ sich nicht kopieren: {}</translation>
    </message>
    <message>
        <source>could not create a file in the folder {}</source>
        <translation>im Ordner {} ließ sich keine Datei anlegen</translation>
    </message>
    <message>
        <source>could not cut off the unfinished last line</source>
        <translation>die unfertige letzte Zeile ließ sich nicht abschneiden</translation>
    </message>
    <message>
        <source>could not follow the symbolic link</source>
        <translation>dem symbolischen Link ließ sich nicht folgen</translation>
    </message>
    <message>
        <source>could not give the finished file of {} bytes its name</source>
        <translation>die fertige Datei von {} Byte ließ sich nicht benennen</translation>
    </message>
    <message>
        <source>could not give the folder its name: {}</source>
        <translation>der Ordner ließ sich nicht benennen: {}</translation>
    </message>
    <message>
        <source>could not give the new file the old one&apos;s mode</source>
        <translation>die neue Datei ließ sich nicht mit den Zugriffsrechten der alten versehen</translation>
    </message>
    <message>
        <source>could not lock the folder</source>
        <translation>der Ordner ließ sich nicht sperren</translation>
    </message>
    <message>
        <source>could not make the folder: {}</source>
        <translation>der Ordner ließ sich nicht anlegen: {}</translation>
    </message>
    <message>
        <source>could not map {} bytes into memory</source>
        <translation>{} Byte ließen sich nicht in den Speicher abbilden</translation>
    </message>
    <message>
        <source>could not open the file</source>
        <translation>die Datei ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>could not open the folder</source>
        <translation>der Ordner ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>could not open the lock file</source>
        <translation>die Sperrdatei ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>could not open the log</source>
        <translation>das Protokoll ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>could not read at byte {}</source>
        <translation>bei Byte {} ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>could not read the file&apos;s size</source>
        <translation>die Größe der Datei ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>could not read the free disk space</source>
        <translation>der freie Platz auf der Platte ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>could not write a line of {} bytes</source>
        <translation>eine Zeile von {} Byte ließ sich nicht schreiben</translation>
    </message>
    <message>
        <source>could not write the holder&apos;s process id</source>
        <translation>die Prozessnummer des Inhabers ließ sich nicht schreiben</translation>
    </message>
    <message>
        <source>could not write {} bytes at byte {}</source>
        <translation>{} Byte ließen sich bei Byte {} nicht schreiben</translation>
    </message>
    <message>
        <source>cpu or cuda:N.</source>
        <translation>cpu oder cuda:N.</translation>
    </message>
    <message>
        <source>cycle: expected items, found none</source>
        <translation>cycle: erwartet Einträge, gefunden keine</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>data offset</source>
        <translation>Offset der Daten</translation>
    </message>
    <message>
        <source>data position</source>
        <translation>Datenposition</translation>
    </message>
    <message>
        <source>delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>delta strength</source>
        <translation>Stärke des Deltas</translation>
    </message>
    <message>
        <source>dimension</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>dimension count</source>
        <translation>Anzahl der Dimensionen</translation>
    </message>
    <message>
        <source>division by zero</source>
        <translation>Division durch null</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>element type</source>
        <translation>Elementtyp</translation>
    </message>
    <message>
        <source>empty prompt</source>
        <translation>leerer Prompt</translation>
    </message>
    <message>
        <source>entry &quot;unk_token&quot;: expected a piece of the vocabulary, found {}</source>
        <translation>Eintrag &quot;unk_token&quot;: erwartet Stück des Vokabulars, gefunden {}</translation>
    </message>
    <message>
        <source>entry &quot;vocab&quot;: expected every id once, found id {} for {} and {}</source>
        <translation>Eintrag &quot;vocab&quot;: erwartet verschiedene Nummern, gefunden Nummer {} für {} und {}</translation>
    </message>
    <message>
        <source>entry &quot;{}&quot;: expected {}, found {}</source>
        <translation>Eintrag &quot;{}&quot;: erwartet {}, gefunden {}</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>expected 0 (all cores) to 1024, found {}</source>
        <translation>erwartet 0 (alle Kerne) bis 1024, gefunden {}</translation>
    </message>
    <message>
        <source>expected 0 (all) or more, found {}</source>
        <translation>erwartet 0 (alle) oder mehr, gefunden {}</translation>
    </message>
    <message>
        <source>expected 0 (from epochs) or more, found {}</source>
        <translation>erwartet 0 (aus epochs) oder mehr, gefunden {}</translation>
    </message>
    <message>
        <source>expected 0 (never) or more steps, found {}</source>
        <translation>erwartet 0 (nie) oder mehr Schritte, gefunden {}</translation>
    </message>
    <message>
        <source>expected 0 (none) to 0.5, found {}</source>
        <translation>erwartet 0 (keine) bis 0.5, gefunden {}</translation>
    </message>
    <message>
        <source>expected 0 (off) or more, found {}</source>
        <translation>erwartet 0 (aus) oder mehr, gefunden {}</translation>
    </message>
    <message>
        <source>expected 0 (use density) or more, found {}</source>
        <translation>erwartet 0 (density gilt) oder mehr, gefunden {}</translation>
    </message>
    <message>
        <source>expected 0 ({}) or more, found {}</source>
        <translation>erwartet 0 ({}) oder mehr, gefunden {}</translation>
    </message>
    <message>
        <source>expected 0 or 1 for a boolean, found {} at byte {}</source>
        <translation>erwartet 0 oder 1 für einen Wahrheitswert, gefunden {} bei Byte {}</translation>
    </message>
    <message>
        <source>expected 0 or more, found {}</source>
        <translation>erwartet 0 oder mehr, gefunden {}</translation>
    </message>
    <message>
        <source>expected 0 to {} at entry {}, found {}</source>
        <translation>erwartet 0 bis {} bei Eintrag {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected 0 to {}, found {}</source>
        <translation>erwartet 0 bis {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected 1 or more, found {}</source>
        <translation>erwartet 1 oder mehr, gefunden {}</translation>
    </message>
    <message>
        <source>expected 1 tile or more each way, found {} x {}</source>
        <translation>erwartet 1 Kachel oder mehr je Richtung, gefunden {} x {}</translation>
    </message>
    <message>
        <source>expected 1 to 65536 rows per step, found {}</source>
        <translation>erwartet 1 bis 65536 Zeilen je Schritt, gefunden {}</translation>
    </message>
    <message>
        <source>expected 1 to {} for a {} x {} matrix, found {}</source>
        <translation>erwartet 1 bis {} für eine Matrix von {} x {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected 64 hexadecimal digits (SHA-256), found {}</source>
        <translation>erwartet 64 Hexadezimalziffern (SHA-256), gefunden {}</translation>
    </message>
    <message>
        <source>expected 8 to 1048576 tokens, found {}</source>
        <translation>erwartet 8 bis 1048576 Token, gefunden {}</translation>
    </message>
    <message>
        <source>expected FIELD=VALUE</source>
        <translation>FELD=WERT erwartet</translation>
    </message>
    <message>
        <source>expected GGUF in the first four bytes, found {}: not a GGUF file</source>
        <translation>erwartet GGUF in den ersten vier Byte, gefunden {}: keine GGUF-Datei</translation>
    </message>
    <message>
        <source>expected GGUF version 2 or 3, found {}</source>
        <translation>erwartet GGUF-Version 2 oder 3, gefunden {}</translation>
    </message>
    <message>
        <source>expected JSON, found nothing</source>
        <translation>erwartet JSON, gefunden nichts</translation>
    </message>
    <message>
        <source>expected [layer, projection, rows, columns, entries, bytes], found something else</source>
        <translation>erwartet [Schicht, Projektion, Zeilen, Spalten, Einträge, Bytes], gefunden etwas anderes</translation>
    </message>
    <message>
        <source>expected &quot;)&quot;, found {}</source>
        <translation>erwartet &quot;)&quot;, gefunden {}</translation>
    </message>
    <message>
        <source>expected &quot;,&quot; or &quot;]&quot;, found {}</source>
        <translation>erwartet &quot;,&quot; oder &quot;]&quot;, gefunden {}</translation>
    </message>
    <message>
        <source>expected &quot;]&quot;, found {}</source>
        <translation>erwartet &quot;]&quot;, gefunden {}</translation>
    </message>
    <message>
        <source>expected __metadata__ to be an object, found {}</source>
        <translation>erwartet Objekt als __metadata__, gefunden {}</translation>
    </message>
    <message>
        <source>expected a GGUF file or a model folder, found nothing</source>
        <translation>erwartet GGUF-Datei oder Modellordner, gefunden nichts</translation>
    </message>
    <message>
        <source>expected a Hugging Face folder</source>
        <translation>Hugging-Face-Ordner erwartet</translation>
    </message>
    <message>
        <source>expected a JSON object, found another kind of value</source>
        <translation>erwartet JSON-Objekt, gefunden ein Wert anderer Art</translation>
    </message>
    <message>
        <source>expected a JSON object, found {}</source>
        <translation>erwartet JSON-Objekt, gefunden {}</translation>
    </message>
    <message>
        <source>expected a LIFT delta, found another safetensors file</source>
        <translation>erwartet LIFT-Delta, gefunden eine andere safetensors-Datei</translation>
    </message>
    <message>
        <source>expected a SHA-256, found something else</source>
        <translation>erwartet SHA-256, gefunden etwas anderes</translation>
    </message>
    <message>
        <source>expected a base model that answers some question, found one that answers none: there is nothing to retain</source>
        <translation>erwartet ein Basismodell, das wenigstens eine Frage beantwortet, gefunden eines, das keine beantwortet: es gibt nichts zu behalten</translation>
    </message>
    <message>
        <source>expected a chat template in the model, found none</source>
        <translation>erwartet Chatvorlage im Modell, gefunden keine</translation>
    </message>
    <message>
        <source>expected a count, found something else</source>
        <translation>erwartet Anzahl, gefunden etwas anderes</translation>
    </message>
    <message>
        <source>expected a field &quot;question&quot; or &quot;instruction&quot;, found neither</source>
        <translation>erwartet Feld &quot;question&quot; oder &quot;instruction&quot;, gefunden keines von beiden</translation>
    </message>
    <message>
        <source>expected a file to replace, found a folder, device or pipe</source>
        <translation>erwartet eine Datei, die ersetzt werden kann, gefunden Ordner, Gerät oder Pipe</translation>
    </message>
    <message>
        <source>expected a file, found a device or a pipe</source>
        <translation>erwartet Datei, gefunden Gerät oder Pipe</translation>
    </message>
    <message>
        <source>expected a file, found a folder</source>
        <translation>erwartet Datei, gefunden Ordner</translation>
    </message>
    <message>
        <source>expected a finite {}, found {}; the step was not taken</source>
        <translation>erwartet endlicher Wert ({}), gefunden {}; der Schritt wurde nicht ausgeführt</translation>
    </message>
    <message>
        <source>expected a folder that no one writes, found one held by {}</source>
        <translation>erwartet ein Ordner, in den niemand schreibt, gefunden einer, belegt von {}</translation>
    </message>
    <message>
        <source>expected a free name, found {} taken</source>
        <translation>erwartet freier Name, gefunden {} vergebene</translation>
    </message>
    <message>
        <source>expected a function</source>
        <translation>Funktion erwartet</translation>
    </message>
    <message>
        <source>expected a function to call, found {}</source>
        <translation>erwartet aufrufbare Funktion, gefunden {}</translation>
    </message>
    <message>
        <source>expected a header of at most {} bytes, found {}: not a safetensors file</source>
        <translation>erwartet Header von höchstens {} Byte, gefunden {}: keine safetensors-Datei</translation>
    </message>
    <message>
        <source>expected a header of {} bytes, found a file that ends {} bytes after its beginning: the file is truncated</source>
        <translation>erwartet Header von {} Byte, gefunden eine Datei, die {} Byte nach seinem Anfang endet: die Datei ist abgeschnitten</translation>
    </message>
    <message>
        <source>expected a header that begins with {{, found {} at byte {}</source>
        <translation>erwartet ein Header, der mit {{ beginnt, gefunden {} bei Byte {}</translation>
    </message>
    <message>
        <source>expected a known &quot;event&quot;, found {}</source>
        <translation>erwartet bekanntes &quot;event&quot;, gefunden {}</translation>
    </message>
    <message>
        <source>expected a known criterion, found &quot;{}&quot;</source>
        <translation>erwartet bekanntes Kriterium, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected a likelihood, found a value that is not finite</source>
        <translation>erwartet Wahrscheinlichkeit, gefunden ein Wert, der nicht endlich ist</translation>
    </message>
    <message>
        <source>expected a list of at most {} items, found more</source>
        <translation>erwartet Liste von höchstens {} Einträgen, gefunden mehr</translation>
    </message>
    <message>
        <source>expected a list of tensors, found none</source>
        <translation>erwartet Liste von Tensoren, gefunden keine</translation>
    </message>
    <message>
        <source>expected a list of {}, found {}</source>
        <translation>erwartet Liste ({}), gefunden {}</translation>
    </message>
    <message>
        <source>expected a list, found {}</source>
        <translation>erwartet Liste, gefunden {}</translation>
    </message>
    <message>
        <source>expected a little-endian file, found a big-endian one</source>
        <translation>erwartet Little-Endian-Datei, gefunden eine Big-Endian-Datei</translation>
    </message>
    <message>
        <source>expected a model folder or a GGUF file, found nothing</source>
        <translation>erwartet Modellordner oder GGUF-Datei, gefunden nichts</translation>
    </message>
    <message>
        <source>expected a name ending in .png, .svg, .pdf or .csv, found .{}</source>
        <translation>erwartet ein Name, der auf .png, .svg, .pdf oder .csv endet, gefunden .{}</translation>
    </message>
    <message>
        <source>expected a name of at most {} bytes, found {}</source>
        <translation>erwartet Name von höchstens {} Byte, gefunden {}</translation>
    </message>
    <message>
        <source>expected a namespace, found {}</source>
        <translation>erwartet Namensraum, gefunden {}</translation>
    </message>
    <message>
        <source>expected a new or empty folder, found files in it</source>
        <translation>erwartet neuer oder leerer Ordner, gefunden Dateien darin</translation>
    </message>
    <message>
        <source>expected a norm epsilon from 0 to 1, found {}</source>
        <translation>erwartet Epsilon der Norm von 0 bis 1, gefunden {}</translation>
    </message>
    <message>
        <source>expected a number behind -, found {}</source>
        <translation>erwartet Zahl hinter -, gefunden {}</translation>
    </message>
    <message>
        <source>expected a number in the slice, found {}</source>
        <translation>erwartet Zahl im Slice, gefunden {}</translation>
    </message>
    <message>
        <source>expected a number of at most 64 bits, found more</source>
        <translation>erwartet Zahl von höchstens 64 Bit, gefunden mehr</translation>
    </message>
    <message>
        <source>expected a number, found a value that is not finite</source>
        <translation>erwartet Zahl, gefunden ein Wert, der nicht endlich ist</translation>
    </message>
    <message>
        <source>expected a number, found {}</source>
        <translation>erwartet Zahl, gefunden {}</translation>
    </message>
    <message>
        <source>expected a part &quot;{}&quot;, found none</source>
        <translation>erwartet Teil &quot;{}&quot;, gefunden keiner</translation>
    </message>
    <message>
        <source>expected a positive rope base, found {}</source>
        <translation>erwartet positive RoPE-Basis, gefunden {}</translation>
    </message>
    <message>
        <source>expected a positive rope factor, found {}</source>
        <translation>erwartet positiver RoPE-Faktor, gefunden {}</translation>
    </message>
    <message>
        <source>expected a power of two up to 2^30, found {}</source>
        <translation>erwartet Zweierpotenz bis 2^30, gefunden {}</translation>
    </message>
    <message>
        <source>expected a projection&apos;s matrix, found something that no run of ours changes</source>
        <translation>erwartet Matrix einer Projektion, gefunden etwas, das keiner unserer Läufe ändert</translation>
    </message>
    <message>
        <source>expected a rectangle inside {} x {} cells, found {} x {} at row {}, column {}</source>
        <translation>erwartet Rechteck innerhalb von {} x {} Zellen, gefunden {} x {} bei Zeile {}, Spalte {}</translation>
    </message>
    <message>
        <source>expected a regular expression, found {}: {} near character {}</source>
        <translation>erwartet regulärer Ausdruck, gefunden {}: {} nahe Zeichen {}</translation>
    </message>
    <message>
        <source>expected a rope scaling that it has a name for, found divisors of the model&apos;s own</source>
        <translation>erwartet eine RoPE-Skalierung, die dort einen Namen hat, gefunden eigene Teiler des Modells</translation>
    </message>
    <message>
        <source>expected a row from 0 to {}, found {}</source>
        <translation>erwartet Zeile von 0 bis {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected a row from 0 to {}, found {} of epoch {}</source>
        <translation>erwartet Zeile von 0 bis {}, gefunden {} in Epoche {}</translation>
    </message>
    <message>
        <source>expected a row of at most {} bytes, found {}</source>
        <translation>erwartet Zeile von höchstens {} Byte, gefunden {}</translation>
    </message>
    <message>
        <source>expected a run of {} steps, found one of {}</source>
        <translation>erwartet Lauf von {} Schritten, gefunden einer von {}</translation>
    </message>
    <message>
        <source>expected a run that can go on, found one that is done</source>
        <translation>erwartet ein Lauf, der weitergehen kann, gefunden einer, der fertig ist</translation>
    </message>
    <message>
        <source>expected a run that can go on, found one that was stopped without saving</source>
        <translation>erwartet ein Lauf, der weitergehen kann, gefunden einer, der ohne Speichern angehalten wurde</translation>
    </message>
    <message>
        <source>expected a saved state to go on from, found none</source>
        <translation>erwartet ein gespeicherter Stand, von dem es weitergehen kann, gefunden keiner</translation>
    </message>
    <message>
        <source>expected a shape that can be stored, found [{}]</source>
        <translation>erwartet eine Gestalt, die gespeichert werden kann, gefunden [{}]</translation>
    </message>
    <message>
        <source>expected a shape whose bytes can be counted in 63 bits, found [{}]</source>
        <translation>erwartet eine Gestalt, deren Bytes sich in 63 Bit zählen lassen, gefunden [{}]</translation>
    </message>
    <message>
        <source>expected a shape whose elements can be counted in 63 bits, found [{}]</source>
        <translation>erwartet eine Gestalt, deren Elemente sich in 63 Bit zählen lassen, gefunden [{}]</translation>
    </message>
    <message>
        <source>expected a share above 0 and below 1, found {}</source>
        <translation>erwartet Anteil über 0 und unter 1, gefunden {}</translation>
    </message>
    <message>
        <source>expected a share from 0 to 1, found {}</source>
        <translation>erwartet Anteil von 0 bis 1, gefunden {}</translation>
    </message>
    <message>
        <source>expected a signed or floating type, found an unsigned one</source>
        <translation>erwartet Typ mit Vorzeichen oder Gleitkomma, gefunden einer ohne Vorzeichen</translation>
    </message>
    <message>
        <source>expected a sliding window of 0 (none) or more tokens, found {}</source>
        <translation>erwartet gleitendes Fenster von 0 (keines) oder mehr Token, gefunden {}</translation>
    </message>
    <message>
        <source>expected a smaller power, found {}</source>
        <translation>erwartet kleinere Potenz, gefunden {}</translation>
    </message>
    <message>
        <source>expected a statement</source>
        <translation>Anweisung erwartet</translation>
    </message>
    <message>
        <source>expected a statement, found {}</source>
        <translation>erwartet Anweisung, gefunden {}</translation>
    </message>
    <message>
        <source>expected a statement, found {} with nothing to end</source>
        <translation>erwartet Anweisung, gefunden {}, wo nichts zu beenden ist</translation>
    </message>
    <message>
        <source>expected a step that is not 0, found 0</source>
        <translation>erwartet Schritt ungleich 0, gefunden 0</translation>
    </message>
    <message>
        <source>expected a table and its bytes, found something else</source>
        <translation>erwartet Tabelle und ihre Bytes, gefunden etwas anderes</translation>
    </message>
    <message>
        <source>expected a template of at most {} bytes, found {}</source>
        <translation>erwartet Vorlage von höchstens {} Byte, gefunden {}</translation>
    </message>
    <message>
        <source>expected a template that ends within {} steps, found a longer one</source>
        <translation>erwartet eine Vorlage, die binnen {} Schritten endet, gefunden eine längere</translation>
    </message>
    <message>
        <source>expected a tensor token_embd.weight of rank 2, found none</source>
        <translation>erwartet Tensor token_embd.weight vom Rang 2, gefunden keiner</translation>
    </message>
    <message>
        <source>expected a tensor, found none</source>
        <translation>erwartet Tensor, gefunden keiner</translation>
    </message>
    <message>
        <source>expected a token that ends an answer (eos), found none in the tokenizer&apos;s files</source>
        <translation>erwartet ein Token, das eine Antwort beendet (eos), gefunden keines in den Dateien des Tokenizers</translation>
    </message>
    <message>
        <source>expected a value type from 0 to {}, found {} at byte {}</source>
        <translation>erwartet Werttyp von 0 bis {}, gefunden {} bei Byte {}</translation>
    </message>
    <message>
        <source>expected a whole number up to 2^63-1, found {}</source>
        <translation>erwartet ganze Zahl bis 2^63-1, gefunden {}</translation>
    </message>
    <message>
        <source>expected a whole number, found {}</source>
        <translation>erwartet ganze Zahl, gefunden {}</translation>
    </message>
    <message>
        <source>expected a {} from 1 to {}, found {}</source>
        <translation>erwartet {} von 1 bis {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected an array in {}, found {}</source>
        <translation>erwartet Array in {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected an array of at most {} elements, found {} at byte {}</source>
        <translation>erwartet Array von höchstens {} Elementen, gefunden {} bei Byte {}</translation>
    </message>
    <message>
        <source>expected an end of stopped, done, failed or discarded, found &quot;{}&quot;</source>
        <translation>erwartet als Ende stopped, done, failed oder discarded, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected an evaluation, found another record</source>
        <translation>erwartet Auswertung, gefunden ein anderer Eintrag</translation>
    </message>
    <message>
        <source>expected an even head width, found {}</source>
        <translation>erwartet gerade Kopfbreite, gefunden {}</translation>
    </message>
    <message>
        <source>expected an expression</source>
        <translation>Ausdruck erwartet</translation>
    </message>
    <message>
        <source>expected an expression, found {}</source>
        <translation>erwartet Ausdruck, gefunden {}</translation>
    </message>
    <message>
        <source>expected an object for every tensor, found something else</source>
        <translation>erwartet Objekt für jeden Tensor, gefunden etwas anderes</translation>
    </message>
    <message>
        <source>expected an object weight_map from tensor to shard, found none</source>
        <translation>erwartet Objekt weight_map von Tensor zu Teildatei, gefunden keines</translation>
    </message>
    <message>
        <source>expected an object, found another value</source>
        <translation>erwartet Objekt, gefunden ein anderer Wert</translation>
    </message>
    <message>
        <source>expected an object, found something else</source>
        <translation>erwartet Objekt, gefunden etwas anderes</translation>
    </message>
    <message>
        <source>expected an object, found {}</source>
        <translation>erwartet Objekt, gefunden {}</translation>
    </message>
    <message>
        <source>expected another name: the format keeps this one for itself</source>
        <translation>erwartet ein anderer Name: das Format behält diesen für sich</translation>
    </message>
    <message>
        <source>expected answers to the same {} questions, found {}</source>
        <translation>erwartet Antworten auf dieselben {} Fragen, gefunden {}</translation>
    </message>
    <message>
        <source>expected as the manifest says, found none</source>
        <translation>laut Manifest erwartet, aber nicht gefunden</translation>
    </message>
    <message>
        <source>expected at least 1 prompt at a time, found {}</source>
        <translation>erwartet mindestens 1 Prompt gleichzeitig, gefunden {}</translation>
    </message>
    <message>
        <source>expected at least 1, found {}</source>
        <translation>erwartet mindestens 1, gefunden {}</translation>
    </message>
    <message>
        <source>expected at least one file, found none</source>
        <translation>erwartet mindestens eine Datei, gefunden keine</translation>
    </message>
    <message>
        <source>expected at least one token, found none</source>
        <translation>erwartet mindestens ein Token, gefunden keines</translation>
    </message>
    <message>
        <source>expected at least two choices and the index of the right one</source>
        <translation>mindestens zwei Antwortmöglichkeiten und der Index der richtigen erwartet</translation>
    </message>
    <message>
        <source>expected at least {} bytes, found {}: not a safetensors file, or a truncated one</source>
        <translation>erwartet mindestens {} Byte, gefunden {}: keine safetensors-Datei oder eine abgeschnittene</translation>
    </message>
    <message>
        <source>expected at most 1000, found {}</source>
        <translation>erwartet höchstens 1000, gefunden {}</translation>
    </message>
    <message>
        <source>expected at most 8 sequences inside each other, found more</source>
        <translation>erwartet höchstens 8 ineinander geschachtelte Sequenzen, gefunden mehr</translation>
    </message>
    <message>
        <source>expected at most two colons in a slice, found more</source>
        <translation>erwartet höchstens zwei Doppelpunkte im Slice, gefunden mehr</translation>
    </message>
    <message>
        <source>expected at most {} arrays and objects inside each other, found more</source>
        <translation>erwartet höchstens {} ineinander geschachtelte Arrays und Objekte, gefunden mehr</translation>
    </message>
    <message>
        <source>expected at most {} arrays inside each other, found more at byte {}</source>
        <translation>erwartet höchstens {} ineinander geschachtelte Arrays, gefunden mehr bei Byte {}</translation>
    </message>
    <message>
        <source>expected at most {} bytes of JSON, found {}</source>
        <translation>erwartet höchstens {} Byte JSON, gefunden {}</translation>
    </message>
    <message>
        <source>expected at most {} bytes of output, found more</source>
        <translation>erwartet höchstens {} Byte Ausgabe, gefunden mehr</translation>
    </message>
    <message>
        <source>expected at most {} bytes of text, found more</source>
        <translation>erwartet höchstens {} Byte Text, gefunden mehr</translation>
    </message>
    <message>
        <source>expected at most {} bytes, found {} or more</source>
        <translation>erwartet höchstens {} Byte, gefunden {} oder mehr</translation>
    </message>
    <message>
        <source>expected at most {} cells, found {} x {}</source>
        <translation>erwartet höchstens {} Zellen, gefunden {} x {}</translation>
    </message>
    <message>
        <source>expected at most {} dimensions, found {}</source>
        <translation>erwartet höchstens {} Dimensionen, gefunden {}</translation>
    </message>
    <message>
        <source>expected at most {} outputs of all heads, found {}</source>
        <translation>erwartet höchstens {} Ausgaben aller Köpfe, gefunden {}</translation>
    </message>
    <message>
        <source>expected at most {} things inside each other, found more</source>
        <translation>erwartet höchstens {} ineinander geschachtelte Teile, gefunden mehr</translation>
    </message>
    <message>
        <source>expected at most {} tokens, the model&apos;s positions, found {}</source>
        <translation>erwartet höchstens {} Token, die Positionen des Modells, gefunden {}</translation>
    </message>
    <message>
        <source>expected at most {} values, found more</source>
        <translation>erwartet höchstens {} Werte, gefunden mehr</translation>
    </message>
    <message>
        <source>expected at most {}, the full rank of {} ({} x {}), found {}</source>
        <translation>erwartet höchstens {}, der volle Rang von {} ({} x {}), gefunden {}</translation>
    </message>
    <message>
        <source>expected auto, exact, gram or subspace, found &quot;{}&quot;</source>
        <translation>erwartet auto, exact, gram oder subspace, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected auto, off or full, found &quot;{}&quot;</source>
        <translation>erwartet auto, off oder full, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected bf16 or fp32 as dtype to load, found {}</source>
        <translation>erwartet bf16 oder fp32 als dtype zum Laden, gefunden {}</translation>
    </message>
    <message>
        <source>expected bf16 or fp32, found &quot;{}&quot;</source>
        <translation>erwartet bf16 oder fp32, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected bf16 or fp32, found {}</source>
        <translation>erwartet bf16 oder fp32, gefunden {}</translation>
    </message>
    <message>
        <source>expected break or continue inside a loop, found one outside</source>
        <translation>erwartet break oder continue in einer Schleife, gefunden eines außerhalb</translation>
    </message>
    <message>
        <source>expected byte-level pieces without prefix or suffix, found some</source>
        <translation>erwartet Stücke auf Byteebene ohne Präfix oder Suffix, gefunden solche damit</translation>
    </message>
    <message>
        <source>expected cpu, cuda or cuda:N, found &quot;{}&quot;</source>
        <translation>erwartet cpu, cuda oder cuda:N, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected cuda:0 to cuda:{}</source>
        <translation>cuda:0 bis cuda:{} erwartet</translation>
    </message>
    <message>
        <source>expected data up to byte {}, found a data section of {} bytes: the file is truncated</source>
        <translation>erwartet Daten bis Byte {}, gefunden Datenabschnitt von {} Byte: die Datei ist abgeschnitten</translation>
    </message>
    <message>
        <source>expected data_offsets in rising order, found {} and {}</source>
        <translation>erwartet data_offsets in steigender Folge, gefunden {} und {}</translation>
    </message>
    <message>
        <source>expected dimensions below 2^63, found one of {}</source>
        <translation>erwartet Dimensionen unter 2^63, gefunden eine von {}</translation>
    </message>
    <message>
        <source>expected every key once, found this one twice</source>
        <translation>erwartet verschiedene Schlüssel, gefunden dieser zweimal</translation>
    </message>
    <message>
        <source>expected every name once, found {} twice in one object</source>
        <translation>erwartet verschiedene Namen, gefunden {} zweimal in einem Objekt</translation>
    </message>
    <message>
        <source>expected every tensor once, found this one twice</source>
        <translation>erwartet verschiedene Tensornamen, gefunden dieser zweimal</translation>
    </message>
    <message>
        <source>expected every tensor once, found {} twice</source>
        <translation>erwartet verschiedene Tensornamen, gefunden {} zweimal</translation>
    </message>
    <message>
        <source>expected every training entry among the changed ones, found others</source>
        <translation>erwartet alle trainierenden Einträge unter den geänderten, gefunden andere</translation>
    </message>
    <message>
        <source>expected finite weights, found NaN or infinity</source>
        <translation>erwartet endliche Gewichte, gefunden NaN oder unendlich</translation>
    </message>
    <message>
        <source>expected format {} at most, found {}</source>
        <translation>erwartet höchstens Format {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected format {} or earlier, found {}</source>
        <translation>erwartet Format {} oder früher, gefunden {}</translation>
    </message>
    <message>
        <source>expected fp32, fp16 or bf16, found {}</source>
        <translation>erwartet fp32, fp16 oder bf16, gefunden {}</translation>
    </message>
    <message>
        <source>expected in, found {}</source>
        <translation>erwartet in, gefunden {}</translation>
    </message>
    <message>
        <source>expected it for {} layers, found {} tensors without it</source>
        <translation>erwartet in {} Schichten, gefunden {} Tensoren ohne diesen</translation>
    </message>
    <message>
        <source>expected it, found no file with it</source>
        <translation>erwartet, aber in keiner Datei gefunden</translation>
    </message>
    <message>
        <source>expected it, found none</source>
        <translation>erwartet, aber nicht gefunden</translation>
    </message>
    <message>
        <source>expected it, found {} tensors without it</source>
        <translation>erwartet, gefunden {} Tensoren ohne diesen</translation>
    </message>
    <message>
        <source>expected its data at offset {}, right after the tensor before it, found {}</source>
        <translation>erwartet seine Daten bei Offset {}, gleich nach dem Tensor davor, gefunden {}</translation>
    </message>
    <message>
        <source>expected layers 0 to {} of {}, found {}</source>
        <translation>erwartet Schichten 0 bis {} von {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected linear, cosine or constant, found &quot;{}&quot;</source>
        <translation>erwartet linear, cosine oder constant, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected lines of at most {} bytes, found a longer one at byte {}</source>
        <translation>erwartet Zeilen von höchstens {} Byte, gefunden eine längere bei Byte {}</translation>
    </message>
    <message>
        <source>expected llama3 rope scaling with 0 &lt; low_freq_factor &lt; high_freq_factor and a positive original length, found {}, {}, {}</source>
        <translation>erwartet RoPE-Skalierung llama3 mit 0 &lt; low_freq_factor &lt; high_freq_factor und positiver ursprünglicher Länge, gefunden {}, {}, {}</translation>
    </message>
    <message>
        <source>expected macros to call each other at most {} deep, found more</source>
        <translation>erwartet Makros, die einander höchstens {} tief aufrufen, gefunden mehr</translation>
    </message>
    <message>
        <source>expected matrices in order, found {} again or late</source>
        <translation>erwartet Matrizen der Reihe nach, gefunden {} nochmals oder zu spät</translation>
    </message>
    <message>
        <source>expected more than 0 when steps is 0, found {}</source>
        <translation>erwartet mehr als 0, wenn steps 0 ist, gefunden {}</translation>
    </message>
    <message>
        <source>expected names and metadata of at most {} bytes, found {}</source>
        <translation>erwartet Namen und Metadaten von höchstens {} Byte, gefunden {}</translation>
    </message>
    <message>
        <source>expected nothing after the last matrix, found {} bytes</source>
        <translation>erwartet nichts nach der letzten Matrix, gefunden {} Byte</translation>
    </message>
    <message>
        <source>expected nothing after {} positions, found more bytes</source>
        <translation>erwartet nichts nach {} Positionen, gefunden weitere Bytes</translation>
    </message>
    <message>
        <source>expected nothing behind the list, found {}</source>
        <translation>erwartet nichts hinter der Liste, gefunden {}</translation>
    </message>
    <message>
        <source>expected numbers, found NaN or infinity</source>
        <translation>erwartet Zahlen, gefunden NaN oder unendlich</translation>
    </message>
    <message>
        <source>expected one of {}, found &quot;{}&quot;</source>
        <translation>erwartet eines von {}, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected one of {}, found {}</source>
        <translation>erwartet eines von {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected one of {}; found {}</source>
        <translation>erwartet eines von {}; gefunden {}</translation>
    </message>
    <message>
        <source>expected pieces of the vocabulary, found {} + {}: {} is not in it</source>
        <translation>erwartet Stücke des Vokabulars, gefunden {} + {}: {} ist nicht darin</translation>
    </message>
    <message>
        <source>expected positive rope frequency factors, found {}</source>
        <translation>erwartet positive RoPE-Frequenzfaktoren, gefunden {}</translation>
    </message>
    <message>
        <source>expected prompts with text, found an empty one</source>
        <translation>erwartet Prompts mit Text, gefunden ein leerer</translation>
    </message>
    <message>
        <source>expected questions, found none</source>
        <translation>erwartet Fragen, gefunden keine</translation>
    </message>
    <message>
        <source>expected rows of a multiple of {} elements for {}, found {}</source>
        <translation>erwartet Zeilen aus einem Vielfachen von {} Elementen für {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected rows to train on, found an empty data set</source>
        <translation>erwartet Zeilen zum Trainieren, gefunden leerer Datensatz</translation>
    </message>
    <message>
        <source>expected rows to train on, found none: all {} rows are left out ({})</source>
        <translation>erwartet Zeilen zum Trainieren, gefunden keine: alle {} Zeilen sind ausgelassen ({})</translation>
    </message>
    <message>
        <source>expected rows, found an empty file</source>
        <translation>erwartet Zeilen, gefunden leere Datei</translation>
    </message>
    <message>
        <source>expected rows, found an empty list</source>
        <translation>erwartet Zeilen, gefunden leere Liste</translation>
    </message>
    <message>
        <source>expected safetensors files, found none</source>
        <translation>erwartet safetensors-Dateien, gefunden keine</translation>
    </message>
    <message>
        <source>expected shape [{}], found [{}]</source>
        <translation>erwartet Gestalt [{}], gefunden [{}]</translation>
    </message>
    <message>
        <source>expected something between [ and ], found nothing</source>
        <translation>erwartet etwas zwischen [ und ], gefunden nichts</translation>
    </message>
    <message>
        <source>expected something with a field {}, found {}</source>
        <translation>erwartet etwas mit einem Feld {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected something with an item {}, found {}</source>
        <translation>erwartet etwas mit einem Eintrag {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected steps from 0 to {}, found {}</source>
        <translation>erwartet Schritte von 0 bis {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected text for {} in __metadata__, found {}</source>
        <translation>erwartet Text für {} in __metadata__, gefunden {}</translation>
    </message>
    <message>
        <source>expected text in the field dtype, found {}</source>
        <translation>erwartet Text im Feld dtype, gefunden {}</translation>
    </message>
    <message>
        <source>expected text, found binary data</source>
        <translation>erwartet Text, gefunden Binärdaten</translation>
    </message>
    <message>
        <source>expected texts, found something else</source>
        <translation>erwartet Texte, gefunden etwas anderes</translation>
    </message>
    <message>
        <source>expected the answers to {} questions, found {}</source>
        <translation>erwartet Antworten auf {} Fragen, gefunden {}</translation>
    </message>
    <message>
        <source>expected the column {}, mapped as {}, found only {}</source>
        <translation>erwartet Spalte {}, zugeordnet als {}, gefunden nur {}</translation>
    </message>
    <message>
        <source>expected the data to end at byte {} with the last tensor, found {} bytes of data</source>
        <translation>erwartet Ende der Daten bei Byte {} mit dem letzten Tensor, gefunden {} Byte Daten</translation>
    </message>
    <message>
        <source>expected the dtype of base_values, found another</source>
        <translation>erwartet dtype von base_values, gefunden ein anderer</translation>
    </message>
    <message>
        <source>expected the end of the comment, #}}, found the end of the template</source>
        <translation>erwartet Ende des Kommentars, #}}, gefunden Ende der Vorlage</translation>
    </message>
    <message>
        <source>expected the end of the list, &quot;]&quot;, found the end of the file</source>
        <translation>erwartet Ende der Liste, &quot;]&quot;, gefunden Ende der Datei</translation>
    </message>
    <message>
        <source>expected the end of the tag, found {}</source>
        <translation>erwartet Ende des Tags, gefunden {}</translation>
    </message>
    <message>
        <source>expected the end of the tag, {}, found the end of the template</source>
        <translation>erwartet Ende des Tags, {}, gefunden Ende der Vorlage</translation>
    </message>
    <message>
        <source>expected the end of the text, {}, found none</source>
        <translation>erwartet Ende des Textes, {}, gefunden keines</translation>
    </message>
    <message>
        <source>expected the entries of a matrix, found {} of shape [{}, {}]</source>
        <translation>erwartet Einträge einer Matrix, gefunden {} der Gestalt [{}, {}]</translation>
    </message>
    <message>
        <source>expected the field {}, found none</source>
        <translation>erwartet Feld {}, gefunden keines</translation>
    </message>
    <message>
        <source>expected the key model_type with a text, found none</source>
        <translation>erwartet Schlüssel model_type mit Text, gefunden keiner</translation>
    </message>
    <message>
        <source>expected the model that the run began with, found another</source>
        <translation>erwartet das Modell, mit dem der Lauf begann, gefunden ein anderes</translation>
    </message>
    <message>
        <source>expected the name of a column, found an empty one</source>
        <translation>erwartet Name einer Spalte, gefunden ein leerer</translation>
    </message>
    <message>
        <source>expected the name of a file of this folder for {}, found {}</source>
        <translation>erwartet Name einer Datei dieses Ordners für {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected the name of a file, found a folder</source>
        <translation>erwartet Name einer Datei, gefunden Ordner</translation>
    </message>
    <message>
        <source>expected the name of a shard for {}, found {}</source>
        <translation>erwartet Name einer Teildatei für {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected the note of a run, found something else</source>
        <translation>erwartet Notiz eines Laufs, gefunden etwas anderes</translation>
    </message>
    <message>
        <source>expected the row at bytes {} to {}, found a file of {}</source>
        <translation>erwartet die Zeile bei Byte {} bis {}, gefunden eine Datei von {} Byte</translation>
    </message>
    <message>
        <source>expected the state of a run, found another safetensors file</source>
        <translation>erwartet Stand eines Laufs, gefunden eine andere safetensors-Datei</translation>
    </message>
    <message>
        <source>expected the {} (SHA-256 {}), found {}</source>
        <translation>erwartet {} (SHA-256 {}), gefunden {}</translation>
    </message>
    <message>
        <source>expected the {} attention heads to be a multiple of the key-value heads, found {}</source>
        <translation>erwartet die {} Aufmerksamkeitsköpfe als Vielfaches der Köpfe für Schlüssel und Werte, gefunden {}</translation>
    </message>
    <message>
        <source>expected the {} that the run began with, {}..., found {}...</source>
        <translation>erwartet {} wie bei Beginn des Laufs, {}..., gefunden {}...</translation>
    </message>
    <message>
        <source>expected this shard, one of {} that {} names, found no such file</source>
        <translation>erwartet diese Teildatei, eine von {}, die {} nennt, gefunden keine solche Datei</translation>
    </message>
    <message>
        <source>expected token ids below {}, found {}</source>
        <translation>erwartet Token-Nummern unter {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected tokenizer.json or tokenizer.model in the folder, found neither</source>
        <translation>erwartet tokenizer.json oder tokenizer.model im Ordner, gefunden keine von beiden</translation>
    </message>
    <message>
        <source>expected tokens of a prompt and of every choice, found none</source>
        <translation>erwartet Token eines Prompts und jeder Antwortmöglichkeit, gefunden keine</translation>
    </message>
    <message>
        <source>expected tokens to predict, found none</source>
        <translation>erwartet Token zum Vorhersagen, gefunden keine</translation>
    </message>
    <message>
        <source>expected two numbers in data_offsets, found {}</source>
        <translation>erwartet zwei Zahlen in data_offsets, gefunden {}</translation>
    </message>
    <message>
        <source>expected two pieces of the vocabulary that join to a third, found {}</source>
        <translation>erwartet zwei Stücke des Vokabulars, die sich zu einem dritten verbinden, gefunden {}</translation>
    </message>
    <message>
        <source>expected two things that {} works on, found {} and {}</source>
        <translation>erwartet zwei Dinge, auf die {} anwendbar ist, gefunden {} und {}</translation>
    </message>
    <message>
        <source>expected values in bf16, fp32 or fp64, found {}</source>
        <translation>erwartet Werte in bf16, fp32 oder fp64, gefunden {}</translation>
    </message>
    <message>
        <source>expected version {} or earlier, found {}</source>
        <translation>erwartet Version {} oder früher, gefunden {}</translation>
    </message>
    <message>
        <source>expected weights in {} as the delta has them, found {}</source>
        <translation>erwartet Gewichte in {} wie im Delta, gefunden {}</translation>
    </message>
    <message>
        <source>expected what this delta replaces, found what another one replaced</source>
        <translation>erwartet, was dieses Delta ersetzt, gefunden, was ein anderes ersetzt hat</translation>
    </message>
    <message>
        <source>expected whole numbers from 0 to 2^63-1 in {}, found {}</source>
        <translation>erwartet ganze Zahlen von 0 bis 2^63-1 in {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected whole numbers up to 2^63-1 in the array, found {} at byte {}</source>
        <translation>erwartet ganze Zahlen bis 2^63-1 im Array, gefunden {} bei Byte {}</translation>
    </message>
    <message>
        <source>expected {} F32 values</source>
        <translation>{} F32-Werte erwartet</translation>
    </message>
    <message>
        <source>expected {} [{}], found {} [{}]</source>
        <translation>erwartet {} [{}], gefunden {} [{}]</translation>
    </message>
    <message>
        <source>expected {} bytes for shape [{}], found {}</source>
        <translation>erwartet {} Byte für Gestalt [{}], gefunden {}</translation>
    </message>
    <message>
        <source>expected {} bytes for {} of shape {}, found a range of {} bytes</source>
        <translation>erwartet {} Byte für {} der Gestalt {}, gefunden ein Bereich von {} Byte</translation>
    </message>
    <message>
        <source>expected {} bytes of data at byte {}, found a file of {} bytes: the file is truncated</source>
        <translation>erwartet {} Byte Daten bei Byte {}, gefunden eine Datei von {} Byte: die Datei ist abgeschnitten</translation>
    </message>
    <message>
        <source>expected {} bytes of {} at byte {}, found the end of the file {} bytes on: the file is truncated</source>
        <translation>erwartet {} Byte für {} bei Byte {}, gefunden das Ende der Datei {} Byte weiter: die Datei ist abgeschnitten</translation>
    </message>
    <message>
        <source>expected {} entries, as many as tokens, found {}</source>
        <translation>erwartet {} Einträge, so viele wie Token, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} free bytes on the disk, found {}</source>
        <translation>erwartet {} freie Byte auf der Platte, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} items for as many names, found {}</source>
        <translation>erwartet {} Einträge für ebenso viele Namen, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} more bytes, found {}</source>
        <translation>erwartet {} weitere Byte, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} of at most {} bytes, found a length of {} at byte {}</source>
        <translation>erwartet {} von höchstens {} Byte, gefunden eine Länge von {} bei Byte {}</translation>
    </message>
    <message>
        <source>expected {} of {} x {} cells, found {}</source>
        <translation>erwartet {} mit {} x {} Zellen, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} or {}, found {}</source>
        <translation>erwartet {} oder {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} positions, found only {}</source>
        <translation>erwartet {} Positionen, gefunden nur {}</translation>
    </message>
    <message>
        <source>expected {} positions, found {} bytes, which cannot hold them</source>
        <translation>erwartet {} Positionen, gefunden {} Byte, die sie nicht fassen können</translation>
    </message>
    <message>
        <source>expected {} rope frequency factors, found {}</source>
        <translation>erwartet {} RoPE-Frequenzfaktoren, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} tensors as the manifest says, found {}</source>
        <translation>erwartet {} Tensoren, wie das Manifest sagt, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} tensors, found {}</source>
        <translation>erwartet {} Tensoren, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} to be one of the supported families ({}), found &quot;{}&quot;</source>
        <translation>erwartet für {} eine der unterstützten Familien ({}), gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected {} weights, found {}[{}]</source>
        <translation>erwartet {} Gewichte, gefunden {}[{}]</translation>
    </message>
    <message>
        <source>expected {} {} of at least {} bytes each at byte {}, found the end of the file {} bytes on: the file is truncated or its count is wrong</source>
        <translation>erwartet {} {} von je mindestens {} Byte bei Byte {}, gefunden das Ende der Datei {} Byte weiter: die Datei ist abgeschnitten oder ihre Anzahl falsch</translation>
    </message>
    <message>
        <source>expected {}, found &quot;{}&quot;</source>
        <translation>erwartet {}, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected {}, found no such key</source>
        <translation>erwartet {}, gefunden kein solcher Schlüssel</translation>
    </message>
    <message>
        <source>expected {}, found {}</source>
        <translation>erwartet {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected {}, found {} of shape [{}]</source>
        <translation>erwartet {}, gefunden {} der Gestalt [{}]</translation>
    </message>
    <message>
        <source>expected {}[{}], found {}[{}]</source>
        <translation>erwartet {}[{}], gefunden {}[{}]</translation>
    </message>
    <message>
        <source>expected {}{} to be {}, found {}</source>
        <translation>erwartet {2} für {0}{1}, gefunden {3}</translation>
    </message>
    <message>
        <source>field &quot;answer&quot;: expected an index from 0 to {}, found {}</source>
        <translation>Feld &quot;answer&quot;: erwartet Index von 0 bis {}, gefunden {}</translation>
    </message>
    <message>
        <source>field &quot;answer&quot;: expected one of the choices or its index, found {}</source>
        <translation>Feld &quot;answer&quot;: erwartet eine der Antwortmöglichkeiten oder ihr Index, gefunden {}</translation>
    </message>
    <message>
        <source>field &quot;answer&quot;: expected the right choice, found nothing</source>
        <translation>Feld &quot;answer&quot;: erwartet die richtige Antwortmöglichkeit, gefunden nichts</translation>
    </message>
    <message>
        <source>field &quot;choices&quot;: expected at least two texts, found something else</source>
        <translation>Feld &quot;choices&quot;: erwartet mindestens zwei Texte, gefunden etwas anderes</translation>
    </message>
    <message>
        <source>field &quot;instruction&quot;: expected choices and &quot;Answer format: a/b&quot;, found {}</source>
        <translation>Feld &quot;instruction&quot;: erwartet Antwortmöglichkeiten und &quot;Answer format: a/b&quot;, gefunden {}</translation>
    </message>
    <message>
        <source>field &quot;{}&quot;: expected {}, found something else</source>
        <translation>Feld &quot;{}&quot;: erwartet {}, gefunden etwas anderes</translation>
    </message>
    <message>
        <source>field &quot;{}&quot;: expected {}, found {}</source>
        <translation>Feld &quot;{}&quot;: erwartet {}, gefunden {}</translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>fingerprints</source>
        <translation>Fingerabdrücke</translation>
    </message>
    <message>
        <source>from 1 to {} tokens</source>
        <translation>1 bis {} Token</translation>
    </message>
    <message>
        <source>from GGUF</source>
        <translation>aus GGUF</translation>
    </message>
    <message>
        <source>generating</source>
        <translation>Text wird erzeugt</translation>
    </message>
    <message>
        <source>generating text</source>
        <translation>Text wird erzeugt</translation>
    </message>
    <message>
        <source>generation</source>
        <translation>Texterzeugung</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>gradients and products of the layer at work</source>
        <translation>Gradienten und Produkte der gerade rechnenden Schicht</translation>
    </message>
    <message>
        <source>head width</source>
        <translation>Kopfbreite</translation>
    </message>
    <message>
        <source>header of {}</source>
        <translation>Header von {}</translation>
    </message>
    <message>
        <source>heat map</source>
        <translation>Wärmekarte</translation>
    </message>
    <message>
        <source>held-out loss</source>
        <translation>Prüfverlust</translation>
    </message>
    <message>
        <source>held-out rows</source>
        <translation>zurückgehaltene Zeilen</translation>
    </message>
    <message>
        <source>hidden size</source>
        <translation>Breite der Schichten</translation>
    </message>
    <message>
        <source>indices</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <source>inspecting {}</source>
        <translation>{} wird untersucht</translation>
    </message>
    <message>
        <source>intermediate size</source>
        <translation>Feed-Forward-Breite</translation>
    </message>
    <message>
        <source>is a symbolic link, so other folders share its bytes</source>
        <translation>ist ein symbolischer Link, andere Ordner teilen also seine Bytes</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>items that have an order</source>
        <translation>Einträge mit einer Ordnung</translation>
    </message>
    <message>
        <source>its bytes {} to {} overlap those of tensor {}: expected a beginning at byte {}, found {}</source>
        <translation>seine Bytes {} bis {} überlappen die von Tensor {}: erwartet ein Anfang bei Byte {}, gefunden {}</translation>
    </message>
    <message>
        <source>key count</source>
        <translation>Anzahl der Schlüssel</translation>
    </message>
    <message>
        <source>key name</source>
        <translation>Name eines Schlüssels</translation>
    </message>
    <message>
        <source>key {}</source>
        <translation>Schlüssel {}</translation>
    </message>
    <message>
        <source>key {} of the header</source>
        <translation>Schlüssel {} des Headers</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>largest position</source>
        <translation>größte Position</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>layer workspace</source>
        <translation>Arbeitsraum einer Schicht</translation>
    </message>
    <message>
        <source>layer {} is named twice</source>
        <translation>Schicht {} ist zweimal genannt</translation>
    </message>
    <message>
        <source>line {}, column {}: {}</source>
        <translation>Zeile {}, Spalte {}: {}</translation>
    </message>
    <message>
        <source>line {}: the template uses {}, which this program does not handle</source>
        <translation>Zeile {}: die Vorlage enthält etwas, das dieses Programm nicht beherrscht: {}</translation>
    </message>
    <message>
        <source>line {}: {}</source>
        <translation>Zeile {}: {}</translation>
    </message>
    <message>
        <source>linear, cosine or constant.</source>
        <translation>linear, cosine oder constant.</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>loading weights</source>
        <translation>Gewichte werden geladen</translation>
    </message>
    <message>
        <source>loading {}</source>
        <translation>{} wird geladen</translation>
    </message>
    <message>
        <source>logits of the next token</source>
        <translation>Logits des nächsten Tokens</translation>
    </message>
    <message>
        <source>looking for models</source>
        <translation>Modelle werden gesucht</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>low-rank approximation</source>
        <translation>Näherung niedrigen Rangs</translation>
    </message>
    <message>
        <source>masks of {}</source>
        <translation>Masken von {}</translation>
    </message>
    <message>
        <source>masters and moments</source>
        <translation>Hauptkopien und Momente</translation>
    </message>
    <message>
        <source>matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>measuring it was cancelled</source>
        <translation>das Messen wurde abgebrochen</translation>
    </message>
    <message>
        <source>measuring the held-out loss</source>
        <translation>Prüfverlust wird gemessen</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>model configuration</source>
        <translation>Konfiguration des Modells</translation>
    </message>
    <message>
        <source>more than 0</source>
        <translation>mehr als 0</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>keine von beiden</translation>
    </message>
    <message>
        <source>next record of changes</source>
        <translation>nächster Änderungsstand</translation>
    </message>
    <message>
        <source>next selection</source>
        <translation>nächste Auswahl</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>no data set is open</source>
        <translation>es sind keine Daten offen</translation>
    </message>
    <message>
        <source>no delta is attached</source>
        <translation>es ist kein Delta angewandt</translation>
    </message>
    <message>
        <source>no end token behind an answer</source>
        <translation>kein Ende-Token hinter einer Antwort</translation>
    </message>
    <message>
        <source>no held-out rows are open</source>
        <translation>es sind keine zurückgehaltenen Zeilen offen</translation>
    </message>
    <message>
        <source>no model is chosen</source>
        <translation>es ist kein Modell gewählt</translation>
    </message>
    <message>
        <source>no model is open</source>
        <translation>es ist kein Modell offen</translation>
    </message>
    <message>
        <source>no such field</source>
        <translation>kein solches Feld</translation>
    </message>
    <message>
        <source>no such tensor</source>
        <translation>kein solcher Tensor</translation>
    </message>
    <message>
        <source>no training data is chosen</source>
        <translation>es sind keine Trainingsdaten gewählt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>not valid JSON: {}</source>
        <translation>kein gültiges JSON: {}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>number of attention heads</source>
        <translation>Anzahl der Aufmerksamkeitsköpfe</translation>
    </message>
    <message>
        <source>number of key-value heads</source>
        <translation>Anzahl der Köpfe für Schlüssel und Werte</translation>
    </message>
    <message>
        <source>number of layers</source>
        <translation>Anzahl der Schichten</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>only before and after</source>
        <translation>nur vorher und nachher</translation>
    </message>
    <message>
        <source>optimizer state, {}</source>
        <translation>Stand des Optimierers, {}</translation>
    </message>
    <message>
        <source>pairs of pieces, [&quot;a&quot;, &quot;b&quot;] or &quot;a b&quot;</source>
        <translation>Paare von Stücken, [&quot;a&quot;, &quot;b&quot;] oder &quot;a b&quot;</translation>
    </message>
    <message>
        <source>pairs of texts</source>
        <translation>Paare von Texten</translation>
    </message>
    <message>
        <source>parts of text</source>
        <translation>Teile mit Text</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>pools</source>
        <translation>Vorratsspeicher</translation>
    </message>
    <message>
        <source>position {}: expected one below {}, found {}</source>
        <translation>Position {}: erwartet eine unter {}, gefunden {}</translation>
    </message>
    <message>
        <source>pre-tokeniser {}</source>
        <translation>Pre-Tokenizer {}</translation>
    </message>
    <message>
        <source>process {}</source>
        <translation>Prozess {}</translation>
    </message>
    <message>
        <source>program and libraries</source>
        <translation>Programm und Bibliotheken</translation>
    </message>
    <message>
        <source>prompt of {} tokens: nothing to learn within {}</source>
        <translation>Prompt von {} Token: nichts zu lernen innerhalb von {}</translation>
    </message>
    <message>
        <source>prompt {}</source>
        <translation>Prompt {}</translation>
    </message>
    <message>
        <source>pytorch_model.bin, which can run code when it is read</source>
        <translation>pytorch_model.bin, das beim Lesen Code ausführen kann</translation>
    </message>
    <message>
        <source>question {}</source>
        <translation>Frage {}</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>range: expected a step that is not 0, found 0</source>
        <translation>range: erwartet Schritt ungleich 0, gefunden 0</translation>
    </message>
    <message>
        <source>range: expected at most {} numbers, found more</source>
        <translation>range: erwartet höchstens {} Zahlen, gefunden mehr</translation>
    </message>
    <message>
        <source>range: expected one to three numbers</source>
        <translation>range: eine bis drei Zahlen erwartet</translation>
    </message>
    <message>
        <source>reading rows</source>
        <translation>Zeilen werden gelesen</translation>
    </message>
    <message>
        <source>reading the delta was cancelled</source>
        <translation>das Lesen des Deltas wurde abgebrochen</translation>
    </message>
    <message>
        <source>reading the run&apos;s state</source>
        <translation>Stand des Laufs wird gelesen</translation>
    </message>
    <message>
        <source>reading was cancelled</source>
        <translation>das Lesen wurde abgebrochen</translation>
    </message>
    <message>
        <source>recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>record of changes</source>
        <translation>Änderungsstand</translation>
    </message>
    <message>
        <source>refresh workspace</source>
        <translation>Arbeitsraum der Erneuerung</translation>
    </message>
    <message>
        <source>resume state of step {}</source>
        <translation>Stand von Schritt {}</translation>
    </message>
    <message>
        <source>resume state of step {}, part &quot;{}&quot;</source>
        <translation>Stand von Schritt {}, Teil &quot;{}&quot;</translation>
    </message>
    <message>
        <source>retention probe</source>
        <translation>Behaltensprobe</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>scores and heads of one row of {} tokens</source>
        <translation>Aufmerksamkeitswerte und Köpfe einer Zeile von {} Token</translation>
    </message>
    <message>
        <source>scoring choice questions</source>
        <translation>Auswahlfragen werden ausgewertet</translation>
    </message>
    <message>
        <source>scoring was cancelled</source>
        <translation>das Auswerten wurde abgebrochen</translation>
    </message>
    <message>
        <source>scratch of matrix products and freed pieces that the allocator keeps, measured</source>
        <translation>Zwischenspeicher der Matrixprodukte und freigegebene Stücke, die der Allokator behält, gemessen</translation>
    </message>
    <message>
        <source>seconds by phase</source>
        <translation>Sekunden je Phase</translation>
    </message>
    <message>
        <source>select: expected the name of a test, found {}</source>
        <translation>select: erwartet Name eines Tests, gefunden {}</translation>
    </message>
    <message>
        <source>selectattr: expected the name of an attribute, found nothing</source>
        <translation>selectattr: erwartet Name eines Attributs, gefunden nichts</translation>
    </message>
    <message>
        <source>selecting weights</source>
        <translation>Gewichte werden gewählt</translation>
    </message>
    <message>
        <source>selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>self-check</source>
        <translation>Selbstprüfung</translation>
    </message>
    <message>
        <source>shape {}</source>
        <translation>Gestalt {}</translation>
    </message>
    <message>
        <source>singular value decomposition</source>
        <translation>Singulärwertzerlegung</translation>
    </message>
    <message>
        <source>singular values</source>
        <translation>Singulärwerte</translation>
    </message>
    <message>
        <source>spectra</source>
        <translation>Spektren</translation>
    </message>
    <message>
        <source>stopped after {} of {} matrices</source>
        <translation>angehalten nach {} von {} Matrizen</translation>
    </message>
    <message>
        <source>stopped before its end</source>
        <translation>vor dem Ende angehalten</translation>
    </message>
    <message>
        <source>stopped before this file</source>
        <translation>vor dieser Datei angehalten</translation>
    </message>
    <message>
        <source>taking fingerprints</source>
        <translation>Fingerabdrücke werden berechnet</translation>
    </message>
    <message>
        <source>taking them was cancelled</source>
        <translation>die Berechnung wurde abgebrochen</translation>
    </message>
    <message>
        <source>tensor count</source>
        <translation>Anzahl der Tensoren</translation>
    </message>
    <message>
        <source>tensor name</source>
        <translation>Name eines Tensors</translation>
    </message>
    <message>
        <source>tensor {}</source>
        <translation>Tensor {}</translation>
    </message>
    <message>
        <source>tensor {} of the table</source>
        <translation>Tensor {} der Tabelle</translation>
    </message>
    <message>
        <source>tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>texts that are not empty</source>
        <translation>nicht leere Texte</translation>
    </message>
    <message>
        <source>the columns of a layout we know ({})</source>
        <translation>Spalten eines bekannten Aufbaus ({})</translation>
    </message>
    <message>
        <source>the columns of the layout {}</source>
        <translation>Spalten des Aufbaus {}</translation>
    </message>
    <message>
        <source>the end of the tag</source>
        <translation>Ende des Tags</translation>
    </message>
    <message>
        <source>the end of the template</source>
        <translation>Ende der Vorlage</translation>
    </message>
    <message>
        <source>the file could not be written: {}</source>
        <translation>die Datei konnte nicht geschrieben werden: {}</translation>
    </message>
    <message>
        <source>the file was given up after an earlier error</source>
        <translation>die Datei wurde nach einem früheren Fehler aufgegeben</translation>
    </message>
    <message>
        <source>the filter {}</source>
        <translation>Filter {}</translation>
    </message>
    <message>
        <source>the filter {} is not one that this program has</source>
        <translation>der Filter {} gehört nicht zu denen dieses Programms</translation>
    </message>
    <message>
        <source>the folder for runs could not be made: {}</source>
        <translation>der Ordner für Läufe konnte nicht angelegt werden: {}</translation>
    </message>
    <message>
        <source>the folder of runs could not be read: {}</source>
        <translation>der Ordner der Läufe konnte nicht gelesen werden: {}</translation>
    </message>
    <message>
        <source>widened factors</source>
        <translation>geweitete Faktoren</translation>
    </message>
    <message>
        <source>a product at a time in fp32: this CPU has no instructions for bf16</source>
        <translation>je ein Produkt in fp32: diese CPU hat keine Befehle für bf16</translation>
    </message>
    <message>
        <source>the largest matrix, {} weights, in fp32: its copy, W_r, scores; {} side by side</source>
        <translation>die größte Matrix, {} Gewichte, in fp32: ihre Kopie, W_r, Wertungen; {} nebeneinander</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>das Modell</translation>
    </message>
    <message>
        <source>the model to have it</source>
        <translation>im Modell vorhanden</translation>
    </message>
    <message>
        <source>the name of a field</source>
        <translation>Name eines Felds</translation>
    </message>
    <message>
        <source>the name of a filter</source>
        <translation>Name eines Filters</translation>
    </message>
    <message>
        <source>the name of a macro</source>
        <translation>Name eines Makros</translation>
    </message>
    <message>
        <source>the name of a parameter</source>
        <translation>Name eines Parameters</translation>
    </message>
    <message>
        <source>the name of a test</source>
        <translation>Name eines Tests</translation>
    </message>
    <message>
        <source>the name of a variable</source>
        <translation>Name einer Variablen</translation>
    </message>
    <message>
        <source>the name of an attribute</source>
        <translation>Name eines Attributs</translation>
    </message>
    <message>
        <source>the number {}</source>
        <translation>Zahl {}</translation>
    </message>
    <message>
        <source>the run could not be removed: {}</source>
        <translation>der Lauf konnte nicht entfernt werden: {}</translation>
    </message>
    <message>
        <source>the run&apos;s folder could not be made: {}</source>
        <translation>der Ordner des Laufs konnte nicht angelegt werden: {}</translation>
    </message>
    <message>
        <source>the run&apos;s log is not there</source>
        <translation>das Protokoll des Laufs ist nicht da</translation>
    </message>
    <message>
        <source>the statement {{% {} %}}</source>
        <translation>Anweisung {{% {} %}}</translation>
    </message>
    <message>
        <source>the template refuses the conversation: {}</source>
        <translation>die Vorlage weist das Gespräch zurück: {}</translation>
    </message>
    <message>
        <source>the test {}</source>
        <translation>Test {}</translation>
    </message>
    <message>
        <source>the text {}</source>
        <translation>Text {}</translation>
    </message>
    <message>
        <source>the {} bytes are written, but the folder could not be brought to the disk: {}</source>
        <translation>die {} Byte sind geschrieben, aber der Ordner ließ sich nicht auf die Platte bringen: {}</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>der Speicher reicht nicht</translation>
    </message>
    <message>
        <source>tokenizer</source>
        <translation>Tokenizer</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>training step</source>
        <translation>Trainingsschritt</translation>
    </message>
    <message>
        <source>training ten steps</source>
        <translation>zehn Schritte werden trainiert</translation>
    </message>
    <message>
        <source>training, step {}</source>
        <translation>Training, Schritt {}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>tuned tensor</source>
        <translation>abgestimmter Tensor</translation>
    </message>
    <message>
        <source>two pieces with one blank between them</source>
        <translation>zwei Stücke mit einem Leerzeichen dazwischen</translation>
    </message>
    <message>
        <source>type number {}</source>
        <translation>Typnummer {}</translation>
    </message>
    <message>
        <source>undoing the delta</source>
        <translation>Delta wird rückgängig gemacht</translation>
    </message>
    <message>
        <source>user, assistant, system or tool (human, gpt, ...)</source>
        <translation>user, assistant, system oder tool (human, gpt, ...)</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>value type</source>
        <translation>Werttyp</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>vocabulary size</source>
        <translation>Vokabulargröße</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>writing tensors</source>
        <translation>Tensoren werden geschrieben</translation>
    </message>
    <message>
        <source>writing was cancelled</source>
        <translation>das Schreiben wurde abgebrochen</translation>
    </message>
    <message>
        <source>{:.0f} % of the base model&apos;s score on the probe are left</source>
        <translation>{:.0f} % des Ergebnisses des Basismodells in der Probe sind übrig</translation>
    </message>
    <message>
        <source>{{&quot;String&quot;: text}} or {{&quot;Regex&quot;: text}}</source>
        <translation>{{&quot;String&quot;: Text}} oder {{&quot;Regex&quot;: Text}}</translation>
    </message>
    <message>
        <source>{} (the first of {} broken rows among {})</source>
        <translation>{} (die erste von {} fehlerhaften Zeilen unter {})</translation>
    </message>
    <message>
        <source>{} (the only one of {} rows)</source>
        <translation>{} (die einzige von {} Zeilen)</translation>
    </message>
    <message>
        <source>{} bytes were free when it failed. {}</source>
        <translation>{} Byte waren frei, als es scheiterte. {}</translation>
    </message>
    <message>
        <source>{} indices and carried numbers beside the old</source>
        <translation>{} Indizes und übernommene Zahlen neben den alten</translation>
    </message>
    <message>
        <source>{} is named twice</source>
        <translation>{} ist zweimal genannt</translation>
    </message>
    <message>
        <source>{} of {} labels at a time against {} words</source>
        <translation>{} von {} Labels auf einmal gegen {} Wörter</translation>
    </message>
    <message>
        <source>{} tokens a pass, {} layers kept whole and {} as their input</source>
        <translation>{} Token je Durchgang, {} Schichten ganz behalten und {} als ihre Eingabe</translation>
    </message>
    <message>
        <source>{} tokens of one layer, without gradients</source>
        <translation>{} Token einer Schicht, ohne Gradienten</translation>
    </message>
    <message>
        <source>{} tokens, more than {}</source>
        <translation>{} Token, mehr als {}</translation>
    </message>
    <message>
        <source>{} tokens, {} cut off</source>
        <translation>{} Token, {} abgeschnitten</translation>
    </message>
    <message>
        <source>{} trained weights: 4 bytes master, 8 bytes moments, 2 bytes age</source>
        <translation>{} trainierte Gewichte: 4 Byte Hauptkopie, 8 Byte Momente, 2 Byte Alter</translation>
    </message>
    <message>
        <source>{} values of {}</source>
        <translation>{} Werte vom Typ {}</translation>
    </message>
    <message>
        <source>{} weights of {} bytes</source>
        <translation>{} Gewichte zu {} Byte</translation>
    </message>
    <message>
        <source>{}, base</source>
        <translation>{}, Basis</translation>
    </message>
    <message>
        <source>{}, key {}</source>
        <translation>{}, Schlüssel {}</translation>
    </message>
    <message>
        <source>{}, line {}</source>
        <translation>{}, Zeile {}</translation>
    </message>
    <message>
        <source>{}, manifest</source>
        <translation>{}, Manifest</translation>
    </message>
    <message>
        <source>{}, metrics</source>
        <translation>{}, Messwerte</translation>
    </message>
    <message>
        <source>{}, state</source>
        <translation>{}, Stand</translation>
    </message>
    <message>
        <source>{}, tensor {}</source>
        <translation>{}, Tensor {}</translation>
    </message>
    <message>
        <source>{}, tokenizer.ggml.merges[{}]</source>
        <translation>{}, tokenizer.ggml.merges[{}]</translation>
    </message>
    <message>
        <source>{}, {}</source>
        <translation>{}, {}</translation>
    </message>
    <message>
        <source>{}, {} of {}</source>
        <translation>{}, {} von {}</translation>
    </message>
    <message>
        <source>{}.</source>
        <translation>{}.</translation>
    </message>
    <message>
        <source>{}. {}</source>
        <translation>{}. {}</translation>
    </message>
    <message>
        <source>{}: expected at most {} arguments, found {}</source>
        <translation>{}: erwartet höchstens {} Argumente, gefunden {}</translation>
    </message>
    <message>
        <source>{}: expected {}, found {}</source>
        <translation>{}: erwartet {}, gefunden {}</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
    <message>
        <source>{}{} is {}; supported is {}</source>
        <translation>{}{} ist {}; unterstützt wird {}</translation>
    </message>
    <message>
        <source>Continued</source>
        <translation>Weitergeführt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>{} ({} tensors)</source>
        <translation>{} ({} Tensoren)</translation>
    </message>
    <message>
        <source>input/output</source>
        <translation>Ein- oder Ausgabe</translation>
    </message>
    <message>
        <source>internal error</source>
        <translation>interner Fehler</translation>
    </message>
    <message>
        <source>invalid argument</source>
        <translation>ungültige Angabe</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>fehlerhafter Aufbau</translation>
    </message>
    <message>
        <source>mismatch</source>
        <translation>passt nicht zusammen</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>nicht endlich</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>nicht genug Speicher</translation>
    </message>
    <message>
        <source>unsupported</source>
        <translation>nicht unterstützt</translation>
    </message>
    <message>
        <source>{} or {}</source>
        <translation>{} oder {}</translation>
    </message>
    <message>
        <source>Choose the folder that has config.json and the safetensors files</source>
        <translation>Wählen Sie den Ordner mit config.json und den safetensors-Dateien</translation>
    </message>
    <message>
        <source>0 (none) or more</source>
        <translation>0 (keine) oder mehr</translation>
    </message>
    <message>
        <source>0 (none) or more tokens</source>
        <translation>0 (keine) oder mehr Token</translation>
    </message>
    <message>
        <source>0 (the message does not train) or 1</source>
        <translation>0 (die Nachricht trainiert nicht) oder 1</translation>
    </message>
    <message>
        <source>1 or more</source>
        <translation>1 oder mehr</translation>
    </message>
    <message>
        <source>1 or more, since layers slide</source>
        <translation>1 oder mehr, da Schichten gleiten</translation>
    </message>
    <message>
        <source>A SHiRA adapter of r = {} for {} matrices: {} changed entries, filled up with zeros to PEFT&apos;s count</source>
        <translation>Ein SHiRA-Adapter mit r = {} für {} Matrizen: {} geänderte Einträge, mit Nullen auf die Zahl von PEFT aufgefüllt</translation>
    </message>
    <message>
        <source>A learning rate of {:g} is far above what usually works, 1e-4 to 1e-3: the loss may climb</source>
        <translation>Eine Lernrate von {:g} liegt weit über dem, was gewöhnlich gelingt, 1e-4 bis 1e-3: der Verlust kann steigen</translation>
    </message>
    <message>
        <source>A learning rate of {:g} ruins the model: every step moves the weights by about as much as they are. Usual are 1e-4 to 1e-3</source>
        <translation>Eine Lernrate von {:g} zerstört das Modell: jeder Schritt bewegt die Gewichte um etwa so viel, wie sie groß sind. Üblich sind 1e-4 bis 1e-3</translation>
    </message>
    <message>
        <source>A lower learning rate usually helps</source>
        <translation>Eine kleinere Lernrate hilft meist</translation>
    </message>
    <message>
        <source>A model is the whole folder: config.json, safetensors and tokenizer files</source>
        <translation>Ein Modell ist der ganze Ordner: config.json, safetensors und Dateien des Tokenizers</translation>
    </message>
    <message>
        <source>A model&apos;s weights have one of these two names</source>
        <translation>Die Gewichte eines Modells haben einen dieser beiden Namen</translation>
    </message>
    <message>
        <source>A step takes about {:.1f} s here: {} of the recipe&apos;s {} steps are made, to keep to about {:.0f} s</source>
        <translation>Ein Schritt dauert hier etwa {:.1f} s: {} von {} Schritten des Rezepts werden gemacht, um bei etwa {:.0f} s zu bleiben</translation>
    </message>
    <message>
        <source>A tokenizer.model of tiktoken&apos;s kind (lines of base64) is not read: take the folder&apos;s tokenizer.json</source>
        <translation>Eine tokenizer.model nach Art von tiktoken (Zeilen in base64) wird nicht gelesen: nehmen Sie die tokenizer.json des Ordners</translation>
    </message>
    <message>
        <source>About how long the steps may take: on a slow machine fewer are made; 0: as many as said.</source>
        <translation>Wie lange die Schritte etwa dauern dürfen: auf einem langsamen Rechner werden weniger gemacht; 0: so viele wie angegeben.</translation>
    </message>
    <message>
        <source>Adapter for PEFT (SHiRA)</source>
        <translation>Adapter für PEFT (SHiRA)</translation>
    </message>
    <message>
        <source>At a learning rate of {:g} almost nothing is learned. Usual are 1e-4 to 1e-3</source>
        <translation>Bei einer Lernrate von {:g} wird fast nichts gelernt. Üblich sind 1e-4 bis 1e-3</translation>
    </message>
    <message>
        <source>Attach a delta first</source>
        <translation>Wenden Sie zuerst ein Delta an</translation>
    </message>
    <message>
        <source>Back after step {}; the peak learning rate is {} from there on</source>
        <translation>Zurück auf den Stand nach Schritt {}; der Höchstwert der Lernrate ist von dort an {}</translation>
    </message>
    <message>
        <source>Better: {}</source>
        <translation>Besser: {}</translation>
    </message>
    <message>
        <source>Changed entries alone, as plain safetensors</source>
        <translation>Nur die geänderten Einträge, als einfache safetensors</translation>
    </message>
    <message>
        <source>Choose another rule with evaluate.answer_rule: auto, text, json, number, letter or off</source>
        <translation>Wählen Sie eine andere Regel mit evaluate.answer_rule: auto, text, json, number, letter oder off</translation>
    </message>
    <message>
        <source>Choose its folder: {}</source>
        <translation>Wählen Sie dessen Ordner: {}</translation>
    </message>
    <message>
        <source>Choose one of the files instead of the folder</source>
        <translation>Wählen Sie eine der Dateien statt des Ordners</translation>
    </message>
    <message>
        <source>Choose one of them: {}</source>
        <translation>Wählen Sie einen davon: {}</translation>
    </message>
    <message>
        <source>Choose the file: {}</source>
        <translation>Wählen Sie die Datei: {}</translation>
    </message>
    <message>
        <source>Choose the model&apos;s own GGUF file</source>
        <translation>Wählen Sie die eigene GGUF-Datei des Modells</translation>
    </message>
    <message>
        <source>Choose the model&apos;s own GGUF file, which lies beside it</source>
        <translation>Wählen Sie die eigene GGUF-Datei des Modells, die daneben liegt</translation>
    </message>
    <message>
        <source>Choose the prompt format alpaca or plain, or mend the template</source>
        <translation>Wählen Sie die Promptform alpaca oder plain, oder berichtigen Sie die Vorlage</translation>
    </message>
    <message>
        <source>Choose the same model as a Hugging Face folder with safetensors, or as GGUF</source>
        <translation>Wählen Sie dasselbe Modell als Hugging-Face-Ordner mit safetensors oder als GGUF</translation>
    </message>
    <message>
        <source>Choose the snapshot in it: {}</source>
        <translation>Wählen Sie den Snapshot darin: {}</translation>
    </message>
    <message>
        <source>Continue the text as it is (lift generate --raw), or mend the template</source>
        <translation>Setzen Sie den Text fort, wie er ist (lift generate --raw), oder berichtigen Sie die Vorlage</translation>
    </message>
    <message>
        <source>Correct it, or unset it to use all that this CPU has</source>
        <translation>Berichtigen Sie den Wert, oder löschen Sie ihn, um alles zu nutzen, was dieser Prozessor hat</translation>
    </message>
    <message>
        <source>End tokens: generation_config.json names {}, config.json {}; an answer ends at any of them. transformers goes by generation_config.json alone.</source>
        <translation>Endtoken: generation_config.json nennt {}, config.json {}; eine Antwort endet bei jedem davon. transformers richtet sich allein nach generation_config.json.</translation>
    </message>
    <message>
        <source>Export the merged model instead</source>
        <translation>Exportieren Sie stattdessen das zusammengeführte Modell</translation>
    </message>
    <message>
        <source>Files with the training rows, in order: JSONL, JSON, CSV, TSV or text, also packed.</source>
        <translation>Dateien mit den Trainingszeilen, der Reihe nach: JSONL, JSON, CSV, TSV oder Text, auch gepackt.</translation>
    </message>
    <message>
        <source>GGUF file, merged (for llama.cpp, LM Studio, Ollama)</source>
        <translation>GGUF-Datei, zusammengeführt (für llama.cpp, LM Studio, Ollama)</translation>
    </message>
    <message>
        <source>GGUF files begin with the four letters GGUF</source>
        <translation>GGUF-Dateien beginnen mit den vier Buchstaben GGUF</translation>
    </message>
    <message>
        <source>Get the file again</source>
        <translation>Holen Sie die Datei nochmals</translation>
    </message>
    <message>
        <source>Get the file again, signed in where the model asks for it</source>
        <translation>Holen Sie die Datei nochmals, angemeldet, wenn das Modell es verlangt</translation>
    </message>
    <message>
        <source>Get the file itself: git lfs pull</source>
        <translation>Holen Sie die Datei selbst: git lfs pull</translation>
    </message>
    <message>
        <source>Get the missing parts into the same folder</source>
        <translation>Holen Sie die fehlenden Teile in denselben Ordner</translation>
    </message>
    <message>
        <source>Get the same model in the Hugging Face format, or convert it with transformers&apos; convert_llama_weights_to_hf.py</source>
        <translation>Holen Sie dasselbe Modell im Format von Hugging Face, oder wandeln Sie es mit convert_llama_weights_to_hf.py von transformers um</translation>
    </message>
    <message>
        <source>Get the same model in the Hugging Face format: config.json and safetensors</source>
        <translation>Holen Sie dasselbe Modell im Format von Hugging Face: config.json und safetensors</translation>
    </message>
    <message>
        <source>Give a longer data.max_tokens</source>
        <translation>Geben Sie ein größeres data.max_tokens an</translation>
    </message>
    <message>
        <source>Give the parts back their names, or merge them with llama.cpp&apos;s gguf-split</source>
        <translation>Geben Sie den Teilen ihre Namen zurück, oder fügen Sie sie mit gguf-split von llama.cpp zusammen</translation>
    </message>
    <message>
        <source>Held-out rows that are answered before and after; 0: all.</source>
        <translation>Zurückgehaltene Zeilen, die vorher und nachher beantwortet werden; 0: alle.</translation>
    </message>
    <message>
        <source>How answers to held-out rows are compared: auto, text, json, number or letter; off: nobody is asked.</source>
        <translation>Wie Antworten auf zurückgehaltene Zeilen verglichen werden: auto, text, json, number oder letter; off: es wird nicht gefragt.</translation>
    </message>
    <message>
        <source>How they train, of {}.</source>
        <translation>Wie sie trainieren, wählbar aus {}.</translation>
    </message>
    <message>
        <source>If the model was trained without it, take the key out of config.json</source>
        <translation>Wenn das Modell ohne ihn trainiert wurde, nehmen Sie den Schlüssel aus config.json heraus</translation>
    </message>
    <message>
        <source>If these are the columns of a table, name the file .csv or .tsv; if it is plain text, .txt</source>
        <translation>Wenn dies die Spalten einer Tabelle sind, geben Sie der Datei die Endung .csv oder .tsv; wenn es reiner Text ist, .txt</translation>
    </message>
    <message>
        <source>If this is plain text to go on from, name the file .txt</source>
        <translation>Wenn dies reiner Text zum Fortsetzen ist, geben Sie der Datei die Endung .txt</translation>
    </message>
    <message>
        <source>It has data, rule, prompt, items and tokens</source>
        <translation>Sie hat data, rule, prompt, items und tokens</translation>
    </message>
    <message>
        <source>Its data is not there any more: {}</source>
        <translation>Seine Daten sind nicht mehr da: {}</translation>
    </message>
    <message>
        <source>Its model is not there any more: {}</source>
        <translation>Sein Modell ist nicht mehr da: {}</translation>
    </message>
    <message>
        <source>Its recipe.json names the model; lift runs shows it</source>
        <translation>Seine recipe.json nennt das Modell; lift runs zeigt es</translation>
    </message>
    <message>
        <source>Its retention probe is not there any more: {}</source>
        <translation>Seine Behaltensprobe ist nicht mehr da: {}</translation>
    </message>
    <message>
        <source>LIFT Studio trains language models</source>
        <translation>LIFT Studio trainiert Sprachmodelle</translation>
    </message>
    <message>
        <source>LIFT: the principal weights</source>
        <translation>LIFT: die Hauptgewichte</translation>
    </message>
    <message>
        <source>Largest weights</source>
        <translation>Größte Gewichte</translation>
    </message>
    <message>
        <source>Left behind, since it belongs to the base alone: {}</source>
        <translation>Zurückgelassen, da es allein zur Basis gehört: {}</translation>
    </message>
    <message>
        <source>Let that trainer write a Hugging Face folder (save_pretrained, or zero_to_fp32.py)</source>
        <translation>Lassen Sie jenes Trainingsprogramm einen Hugging-Face-Ordner schreiben (save_pretrained, oder zero_to_fp32.py)</translation>
    </message>
    <message>
        <source>Map them by hand: prompt=COLUMN, response=COLUMN (or messages=COLUMN), perhaps {}</source>
        <translation>Ordnen Sie sie von Hand zu: prompt=SPALTE, response=SPALTE (oder messages=SPALTE), vielleicht {}</translation>
    </message>
    <message>
        <source>Merge it into its base model first (PEFT: merge_and_unload, then save_pretrained)</source>
        <translation>Führen Sie ihn zuerst mit seinem Basismodell zusammen (PEFT: merge_and_unload, dann save_pretrained)</translation>
    </message>
    <message>
        <source>Models that write text, one token after another, have no such vocabulary</source>
        <translation>Modelle, die Text schreiben, ein Token nach dem anderen, haben kein solches Vokabular</translation>
    </message>
    <message>
        <source>Name a JSONL, JSON or CSV file</source>
        <translation>Nennen Sie eine JSONL-, JSON- oder CSV-Datei</translation>
    </message>
    <message>
        <source>No row is held out: nobody will see what the model does with rows that it does not know. data.held_out_share=0.1 keeps a tenth</source>
        <translation>Keine Zeile wird zurückgehalten: niemand wird sehen, was das Modell mit Zeilen macht, die es nicht kennt. data.held_out_share=0.1 behält ein Zehntel zurück</translation>
    </message>
    <message>
        <source>No row is held out: {:.0f} % of {} rows are less than one. Nobody will see what the model does with rows that it does not know</source>
        <translation>Keine Zeile wird zurückgehalten: {:.0f} % von {} Zeilen sind weniger als eine. Niemand wird sehen, was das Modell mit Zeilen macht, die es nicht kennt</translation>
    </message>
    <message>
        <source>Not changed: {}</source>
        <translation>Unverändert: {}</translation>
    </message>
    <message>
        <source>Not used: {}</source>
        <translation>Nicht verwendet: {}</translation>
    </message>
    <message>
        <source>Nothing usable was downloaded into it yet</source>
        <translation>In ihn wurde noch nichts Brauchbares heruntergeladen</translation>
    </message>
    <message>
        <source>Of the base, not used and not in the export: {}</source>
        <translation>Aus der Basis, nicht verwendet und nicht im Export: {}</translation>
    </message>
    <message>
        <source>Only what changed is written, as positions and new values in the types that the base stores</source>
        <translation>Geschrieben wird nur, was sich geändert hat, als Positionen und neue Werte in den Typen, die die Basis speichert</translation>
    </message>
    <message>
        <source>Only what changed is written, as the difference to the base in fp32</source>
        <translation>Geschrieben wird nur, was sich geändert hat, als Unterschied zur Basis in fp32</translation>
    </message>
    <message>
        <source>Open its base model, then the delta: lift generate --model BASE --delta {}</source>
        <translation>Öffnen Sie sein Basismodell, dann das Delta: lift generate --model BASIS --delta {}</translation>
    </message>
    <message>
        <source>Open its base model, {}; llama.cpp&apos;s llama-export-lora merges the two</source>
        <translation>Öffnen Sie sein Basismodell, {}; llama-export-lora von llama.cpp führt die beiden zusammen</translation>
    </message>
    <message>
        <source>Open its base model, {}; to train on with the adapter, merge it first (PEFT: merge_and_unload, then save_pretrained)</source>
        <translation>Öffnen Sie sein Basismodell, {}; um mit dem Adapter weiterzutrainieren, führen Sie ihn zuerst damit zusammen (PEFT: merge_and_unload, dann save_pretrained)</translation>
    </message>
    <message>
        <source>Open its base model; llama.cpp&apos;s llama-export-lora merges the two</source>
        <translation>Öffnen Sie sein Basismodell; llama-export-lora von llama.cpp führt die beiden zusammen</translation>
    </message>
    <message>
        <source>Open the adapter&apos;s base model</source>
        <translation>Öffnen Sie das Basismodell des Adapters</translation>
    </message>
    <message>
        <source>Open the base model that it was made for; to train on with the adapter, merge it first (PEFT: merge_and_unload, then save_pretrained)</source>
        <translation>Öffnen Sie das Basismodell, für das er gemacht wurde; um mit dem Adapter weiterzutrainieren, führen Sie ihn zuerst damit zusammen (PEFT: merge_and_unload, dann save_pretrained)</translation>
    </message>
    <message>
        <source>Pictures, sound and films do not train here: take out the rows that have them</source>
        <translation>Bilder, Ton und Filme trainieren hier nicht: nehmen Sie die Zeilen heraus, die sie enthalten</translation>
    </message>
    <message>
        <source>Pre-tokeniser {}: text is cut as the model&apos;s own tokenizer does; llama.cpp approximates it, so that a few texts beyond ASCII have other ids there.</source>
        <translation>Pre-Tokenizer {}: Text wird so zerlegt, wie es der eigene Tokenizer des Modells tut; llama.cpp nähert ihn an, sodass einige Texte jenseits von ASCII dort andere Nummern haben.</translation>
    </message>
    <message>
        <source>Principal weights (LIFT)</source>
        <translation>Hauptgewichte (LIFT)</translation>
    </message>
    <message>
        <source>Projections that train; empty: all that the layers have.</source>
        <translation>Projektionen, die trainieren; leer: alle, die die Schichten haben.</translation>
    </message>
    <message>
        <source>PyTorch files (pickle), which can run code when they are read</source>
        <translation>PyTorch-Dateien (pickle), die beim Lesen Code ausführen können</translation>
    </message>
    <message>
        <source>README.md is the base&apos;s: it does not tell of this tuning.</source>
        <translation>README.md ist die der Basis: sie sagt nichts von dieser Abstimmung.</translation>
    </message>
    <message>
        <source>Random choice</source>
        <translation>Zufällige Auswahl</translation>
    </message>
    <message>
        <source>Role to column, where names are not the usual ones: prompt, response, system, input, history, messages, tools, functions, documents, chat_template_kwargs, label, rejected, text.</source>
        <translation>Rolle zu Spalte, wo die Namen nicht die üblichen sind: prompt, response, system, input, history, messages, tools, functions, documents, chat_template_kwargs, label, rejected, text.</translation>
    </message>
    <message>
        <source>Run git lfs pull in its folder</source>
        <translation>Führen Sie git lfs pull in deren Ordner aus</translation>
    </message>
    <message>
        <source>Run git lfs pull in the folder</source>
        <translation>Führen Sie git lfs pull in dem Ordner aus</translation>
    </message>
    <message>
        <source>Save the file as UTF-8</source>
        <translation>Speichern Sie die Datei als UTF-8</translation>
    </message>
    <message>
        <source>Set it to null in the file</source>
        <translation>Setzen Sie ihn in der Datei auf null</translation>
    </message>
    <message>
        <source>Set tie_word_embeddings to true in config.json if the model&apos;s head is its embedding</source>
        <translation>Setzen Sie tie_word_embeddings in config.json auf true, wenn der Ausgabekopf des Modells seine Einbettung ist</translation>
    </message>
    <message>
        <source>Share of the rows kept for evaluation when no held-out files are given, 0 to 0.5; 0: none. A recipe file without this field keeps none; else 0.1.</source>
        <translation>Anteil der Zeilen, der zur Auswertung zurückgehalten wird, wenn keine zurückgehaltenen Dateien angegeben sind, 0 bis 0.5; 0: keine. Ein Rezept als Datei ohne dieses Feld hält keine zurück; sonst 0.1.</translation>
    </message>
    <message>
        <source>Share of the run&apos;s time for answering some of them in between; 0: only before and after.</source>
        <translation>Anteil der Zeit des Laufs, um zwischendurch einige davon zu beantworten; 0: nur vorher und nachher.</translation>
    </message>
    <message>
        <source>Split the file</source>
        <translation>Teilen Sie die Datei</translation>
    </message>
    <message>
        <source>Take one of the two away: nobody can tell which is right</source>
        <translation>Nehmen Sie eine der beiden weg: niemand kann sagen, welche die richtige ist</translation>
    </message>
    <message>
        <source>Take the original model, of which this one was made, or a GGUF file of it</source>
        <translation>Nehmen Sie das ursprüngliche Modell, aus dem dieses gemacht wurde, oder eine GGUF-Datei davon</translation>
    </message>
    <message>
        <source>Take the original model, which is not quantised</source>
        <translation>Nehmen Sie das ursprüngliche Modell, das nicht quantisiert ist</translation>
    </message>
    <message>
        <source>The GGUF file asks for no first token; a Gemma 4 model needs one and gets it.</source>
        <translation>Die GGUF-Datei verlangt kein erstes Token; ein Modell der Familie Gemma 4 braucht eines und bekommt es.</translation>
    </message>
    <message>
        <source>The GGUF file does not say which pre-tokeniser it needs (key {}): text is cut as llama.cpp&apos;s &quot;default&quot;, which is wrong for most models and makes answers worse. Convert the model again with a newer llama.cpp.</source>
        <translation>Die GGUF-Datei sagt nicht, welchen Pre-Tokenizer sie braucht (Schlüssel {}): Text wird wie mit &quot;default&quot; von llama.cpp zerlegt, was für die meisten Modelle falsch ist und Antworten verschlechtert. Wandeln Sie das Modell mit einem neueren llama.cpp nochmals um.</translation>
    </message>
    <message>
        <source>The GGUF file has no {}: all pieces count alike, as in llama.cpp.</source>
        <translation>Die GGUF-Datei hat kein {}: alle Stücke zählen gleich, wie in llama.cpp.</translation>
    </message>
    <message>
        <source>The GGUF file wants a first token in front of a text and names none: there is none.</source>
        <translation>Die GGUF-Datei will ein erstes Token vor einem Text und nennt keines: es gibt keines.</translation>
    </message>
    <message>
        <source>The added token {} has the id {}, as in transformers; a tokenizer file says {}.</source>
        <translation>Das hinzugefügte Token {} hat die Nummer {}, wie in transformers; eine Datei des Tokenizers sagt {}.</translation>
    </message>
    <message>
        <source>The base is a GGUF file: PEFT needs it as a Hugging Face folder (export the base as hf_folder)</source>
        <translation>Die Basis ist eine GGUF-Datei: PEFT braucht sie als Hugging-Face-Ordner (exportieren Sie die Basis als hf_folder)</translation>
    </message>
    <message>
        <source>The base is quantised; the weights are written as {}</source>
        <translation>Die Basis ist quantisiert; die Gewichte werden als {} geschrieben</translation>
    </message>
    <message>
        <source>The base&apos;s weights can not be read again, so all are written as they are in memory: {}</source>
        <translation>Die Gewichte der Basis lassen sich nicht nochmals lesen, daher werden alle geschrieben, wie sie im Speicher sind: {}</translation>
    </message>
    <message>
        <source>The changes are too dense or too uneven for this format: export the merged model</source>
        <translation>Die Änderungen sind zu dicht oder zu ungleich verteilt für dieses Format: exportieren Sie das zusammengeführte Modell</translation>
    </message>
    <message>
        <source>The chat template does not write {} of {} messages of the role {}</source>
        <translation>Die Chatvorlage schreibt {} von {} Nachrichten der Rolle {} nicht</translation>
    </message>
    <message>
        <source>The chat template leaves out a part of {} of {} messages of the role {} (a model&apos;s thinking in earlier turns, for example)</source>
        <translation>Die Chatvorlage lässt einen Teil von {} der {} Nachrichten der Rolle {} weg (zum Beispiel das Denken eines Modells in früheren Runden)</translation>
    </message>
    <message>
        <source>The day that templates with strftime_now print, as 2026-11-30; empty: that of the run&apos;s start.</source>
        <translation>Der Tag, den Vorlagen mit strftime_now ausgeben, wie 2026-11-30; leer: der Tag, an dem der Lauf begann.</translation>
    </message>
    <message>
        <source>The download did not begin, or the disk was full: get it again</source>
        <translation>Das Herunterladen hat nicht begonnen, oder der Datenträger war voll: holen Sie sie nochmals</translation>
    </message>
    <message>
        <source>The download is incomplete: get config.json into the same folder</source>
        <translation>Das Herunterladen ist unvollständig: holen Sie config.json in denselben Ordner</translation>
    </message>
    <message>
        <source>The download went to a page about the file: get the file itself</source>
        <translation>Heruntergeladen wurde eine Seite über die Datei: holen Sie die Datei selbst</translation>
    </message>
    <message>
        <source>The embedding is not in the files: the head, which config.json ties to it, serves as both</source>
        <translation>Die Einbettung fehlt in den Dateien: der Ausgabekopf, den config.json an sie koppelt, dient als beides</translation>
    </message>
    <message>
        <source>The end token {} is not of the vocabulary&apos;s {} tokens; it is not used.</source>
        <translation>Das Endtoken {} ist keines der {} Token des Vokabulars; es wird nicht verwendet.</translation>
    </message>
    <message>
        <source>The held-out loss rose from {:.3f} to {:.3f} after step {}: the model gets worse at rows that it does not train on</source>
        <translation>Der Prüfverlust stieg von {:.3f} auf {:.3f} nach Schritt {}: das Modell wird schlechter bei Zeilen, mit denen es nicht trainiert</translation>
    </message>
    <message>
        <source>The key {} is not used, as in llama.cpp: repeated blanks stay.</source>
        <translation>Der Schlüssel {} wird nicht verwendet, wie in llama.cpp: mehrfache Leerzeichen bleiben.</translation>
    </message>
    <message>
        <source>The matrices are written as {}, the vectors as in the base</source>
        <translation>Die Matrizen werden als {} geschrieben, die Vektoren wie in der Basis</translation>
    </message>
    <message>
        <source>The model is of another family than its configuration says</source>
        <translation>Das Modell gehört zu einer anderen Familie, als seine Konfiguration sagt</translation>
    </message>
    <message>
        <source>The model is split over {} files, read as one</source>
        <translation>Das Modell ist auf {} Dateien verteilt und wird als eines gelesen</translation>
    </message>
    <message>
        <source>The nearest is {}; {} would need in addition: {}</source>
        <translation>Am nächsten kommt {}; {} bräuchte zusätzlich: {}</translation>
    </message>
    <message>
        <source>The tensors&apos; names begin with {} where &quot;model.&quot; is usual</source>
        <translation>Die Namen der Tensoren beginnen mit {}, wo &quot;model.&quot; üblich ist</translation>
    </message>
    <message>
        <source>The tokenizer would give other tokens without it, so the model is not opened</source>
        <translation>Der Tokenizer würde ohne dies andere Token ergeben, daher wird das Modell nicht geöffnet</translation>
    </message>
    <message>
        <source>The tokenizer&apos;s files know more tokens than the model</source>
        <translation>Die Dateien des Tokenizers kennen mehr Token als das Modell</translation>
    </message>
    <message>
        <source>The tokenizer&apos;s files know more tokens than the model: take the text out of the row, or the files that belong to the model</source>
        <translation>Die Dateien des Tokenizers kennen mehr Token als das Modell: nehmen Sie den Text aus der Zeile heraus, oder nehmen Sie die Dateien, die zum Modell gehören</translation>
    </message>
    <message>
        <source>The training loss rose from {:.3f} at the beginning to {:.3f} after step {}</source>
        <translation>Der Trainingsverlust stieg von {:.3f} am Anfang auf {:.3f} nach Schritt {}</translation>
    </message>
    <message>
        <source>The training loss rose from {:.3f}, its lowest, to {:.3f} after step {}</source>
        <translation>Der Trainingsverlust stieg von {:.3f}, seinem kleinsten Wert, auf {:.3f} nach Schritt {}</translation>
    </message>
    <message>
        <source>The weights are written as {}, as asked</source>
        <translation>Die Gewichte werden als {} geschrieben, wie verlangt</translation>
    </message>
    <message>
        <source>The weights are written as {}, as the base stores them</source>
        <translation>Die Gewichte werden als {} geschrieben, wie die Basis sie speichert</translation>
    </message>
    <message>
        <source>The weights are written as {}: {} tensors in a wider type than the base&apos;s, which would not hold what training made of them</source>
        <translation>Die Gewichte werden als {} geschrieben: {} Tensoren in einem breiteren Typ als dem der Basis, der nicht fassen würde, was das Training aus ihnen gemacht hat</translation>
    </message>
    <message>
        <source>There is no {}: all {} numbered shards are read</source>
        <translation>Es gibt kein {}: alle {} nummerierten Teildateien werden gelesen</translation>
    </message>
    <message>
        <source>This is a model: name it with --model</source>
        <translation>Das ist ein Modell: nennen Sie es mit --model</translation>
    </message>
    <message>
        <source>This looks like Python&apos;s way to write objects: JSON wants double quotes. Write it with json.dumps</source>
        <translation>Das sieht aus wie die Art, in der Python Objekte schreibt: JSON verlangt doppelte Anführungszeichen. Schreiben Sie es mit json.dumps</translation>
    </message>
    <message>
        <source>This looks like YAML. Write the rows as JSONL</source>
        <translation>Das sieht wie YAML aus. Schreiben Sie die Zeilen als JSONL</translation>
    </message>
    <message>
        <source>Try a learning rate of {:.0e}</source>
        <translation>Versuchen Sie eine Lernrate von {:.0e}</translation>
    </message>
    <message>
        <source>Try a lower learning rate or fewer steps, and look whether the held-out rows are of the same kind as those that train</source>
        <translation>Versuchen Sie eine kleinere Lernrate oder weniger Schritte, und prüfen Sie, ob die zurückgehaltenen Zeilen von gleicher Art sind wie die, die trainieren</translation>
    </message>
    <message>
        <source>Try a lower learning rate, fewer steps, or a lower density</source>
        <translation>Versuchen Sie eine kleinere Lernrate, weniger Schritte oder eine geringere Dichte</translation>
    </message>
    <message>
        <source>Try about {} steps, or more rows: it has begun to learn the rows by heart</source>
        <translation>Versuchen Sie etwa {} Schritte, oder mehr Zeilen: es hat begonnen, die Zeilen auswendig zu lernen</translation>
    </message>
    <message>
        <source>Unpack it and choose the folder with config.json</source>
        <translation>Entpacken Sie es und wählen Sie den Ordner mit config.json</translation>
    </message>
    <message>
        <source>Unpack it or save the rows as JSONL, JSON or CSV</source>
        <translation>Entpacken Sie die Datei, oder speichern Sie die Zeilen als JSONL, JSON oder CSV</translation>
    </message>
    <message>
        <source>Use another model, or the same as a Hugging Face folder</source>
        <translation>Nehmen Sie ein anderes Modell, oder dasselbe als Hugging-Face-Ordner</translation>
    </message>
    <message>
        <source>What did not change stays as the base has it; what changed is written as it is in memory, in a wider type where the base is quantised</source>
        <translation>Was sich nicht geändert hat, bleibt wie in der Basis; was sich geändert hat, wird geschrieben, wie es im Speicher ist, in einem breiteren Typ, wo die Basis quantisiert ist</translation>
    </message>
    <message>
        <source>Which weights count as principal, of {}; lift: largest |W_r|.</source>
        <translation>Welche Gewichte als Hauptgewichte gelten, wählbar aus {}; lift: größtes |W_r|.</translation>
    </message>
    <message>
        <source>Worse: {}</source>
        <translation>Schlechter: {}</translation>
    </message>
    <message>
        <source>Write the rows as JSONL, for example in Python: {}</source>
        <translation>Schreiben Sie die Zeilen als JSONL, zum Beispiel in Python: {}</translation>
    </message>
    <message>
        <source>Write the table again with a program that quotes its cells</source>
        <translation>Schreiben Sie die Tabelle nochmals mit einem Programm, das ihre Zellen in Anführungszeichen setzt</translation>
    </message>
    <message>
        <source>&quot;full_attention&quot; and &quot;sliding_attention&quot;</source>
        <translation>&quot;full_attention&quot; und &quot;sliding_attention&quot;</translation>
    </message>
    <message>
        <source>&quot;{}&quot; of tokenizer.json is not used: texts are never filled up, and cut only where this program says so.</source>
        <translation>&quot;{}&quot; von tokenizer.json wird nicht verwendet: Texte werden nie aufgefüllt und nur dort abgeschnitten, wo dieses Programm es sagt.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; of tokenizer_config.json is not used, as in transformers 5: tokenizer.json says what stands in front of a text and behind it.</source>
        <translation>&quot;{}&quot; von tokenizer_config.json wird nicht verwendet, wie in transformers 5: tokenizer.json sagt, was vor und hinter einem Text steht.</translation>
    </message>
    <message>
        <source>a 7z archive</source>
        <translation>ein 7z-Archiv</translation>
    </message>
    <message>
        <source>a Core ML model</source>
        <translation>ein Core-ML-Modell</translation>
    </message>
    <message>
        <source>a Diffusers pipeline, which makes pictures or sound</source>
        <translation>eine Diffusers-Pipeline, die Bilder oder Ton erzeugt</translation>
    </message>
    <message>
        <source>a GGUF adapter ({}) for models of the family {}</source>
        <translation>ein GGUF-Adapter ({}) für Modelle der Familie {}</translation>
    </message>
    <message>
        <source>a Git LFS pointer: the file itself was not fetched</source>
        <translation>ein Zeiger von Git LFS: die Datei selbst wurde nicht geholt</translation>
    </message>
    <message>
        <source>a JSON file, not a model</source>
        <translation>eine JSON-Datei, kein Modell</translation>
    </message>
    <message>
        <source>a Keras or TensorFlow file (HDF5)</source>
        <translation>eine Datei von Keras oder TensorFlow (HDF5)</translation>
    </message>
    <message>
        <source>a LoRA adapter of llama.cpp&apos;s first format</source>
        <translation>ein LoRA-Adapter im ersten Format von llama.cpp</translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation>ein NumPy-Array</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a PEFT adapter ({})</source>
        <translation>ein PEFT-Adapter ({})</translation>
    </message>
    <message>
        <source>a Parquet table, which is data and not a model</source>
        <translation>eine Parquet-Tabelle, also Daten und kein Modell</translation>
    </message>
    <message>
        <source>a PyTorch checkpoint (pickle), which can run code when it is read</source>
        <translation>ein PyTorch-Checkpoint (pickle), der beim Lesen Code ausführen kann</translation>
    </message>
    <message>
        <source>a PyTorch file (pickle) or another program&apos;s weights</source>
        <translation>eine PyTorch-Datei (pickle) oder die Gewichte eines anderen Programms</translation>
    </message>
    <message>
        <source>a PyTorch file (pickle), which can run code when it is read</source>
        <translation>eine PyTorch-Datei (pickle), die beim Lesen Code ausführen kann</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>ein RAR-Archiv</translation>
    </message>
    <message>
        <source>a SentencePiece tokenizer by itself</source>
        <translation>ein SentencePiece-Tokenizer für sich allein</translation>
    </message>
    <message>
        <source>a TensorFlow Lite model</source>
        <translation>ein TensorFlow-Lite-Modell</translation>
    </message>
    <message>
        <source>a TensorFlow SavedModel</source>
        <translation>ein SavedModel von TensorFlow</translation>
    </message>
    <message>
        <source>a TensorFlow graph</source>
        <translation>ein TensorFlow-Graph</translation>
    </message>
    <message>
        <source>a TensorRT engine</source>
        <translation>eine TensorRT-Engine</translation>
    </message>
    <message>
        <source>a call as JSON, {}</source>
        <translation>Aufruf als JSON, {}</translation>
    </message>
    <message>
        <source>a call of a tool, for which the prompt format {} has no place</source>
        <translation>ein Aufruf eines Werkzeugs, für den die Promptform {} keinen Platz hat</translation>
    </message>
    <message>
        <source>a call of a tool, which the chat template does not write</source>
        <translation>ein Aufruf eines Werkzeugs, den die Chatvorlage nicht schreibt</translation>
    </message>
    <message>
        <source>a delta of LIFT Studio, which holds only what a run changed</source>
        <translation>ein Delta von LIFT Studio, das nur enthält, was ein Lauf geändert hat</translation>
    </message>
    <message>
        <source>a distributed checkpoint of a trainer (FSDP or DeepSpeed)</source>
        <translation>ein verteilter Checkpoint eines Trainingsprogramms (FSDP oder DeepSpeed)</translation>
    </message>
    <message>
        <source>a divisor for each of {} frequencies</source>
        <translation>ein Teiler für jede von {} Frequenzen</translation>
    </message>
    <message>
        <source>a file of an unknown kind that begins with {}</source>
        <translation>eine Datei unbekannter Art, die mit {} beginnt</translation>
    </message>
    <message>
        <source>a folder that holds {} model folders</source>
        <translation>ein Ordner, der {} Modellordner enthält</translation>
    </message>
    <message>
        <source>a generator, which is read once</source>
        <translation>ein Generator, der nur einmal gelesen wird</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>ein gzip-Archiv</translation>
    </message>
    <message>
        <source>a list of pieces</source>
        <translation>Liste von Stücken</translation>
    </message>
    <message>
        <source>a list of {} ones (rotates) and zeros</source>
        <translation>Liste von {} Einsen (dreht) und Nullen</translation>
    </message>
    <message>
        <source>a longer one, which would be rounded</source>
        <translation>eine längere, die gerundet würde</translation>
    </message>
    <message>
        <source>a model in Meta&apos;s original format (consolidated.*.pth, which can run code when it is read)</source>
        <translation>ein Modell im ursprünglichen Format von Meta (consolidated.*.pth, das beim Lesen Code ausführen kann)</translation>
    </message>
    <message>
        <source>a model in Mistral&apos;s original format (consolidated.safetensors)</source>
        <translation>ein Modell im ursprünglichen Format von Mistral (consolidated.safetensors)</translation>
    </message>
    <message>
        <source>a model of NVIDIA NeMo</source>
        <translation>ein Modell von NVIDIA NeMo</translation>
    </message>
    <message>
        <source>a model of llama.cpp&apos;s first format (GGML), which was replaced by GGUF</source>
        <translation>ein Modell im ersten Format von llama.cpp (GGML), das durch GGUF ersetzt wurde</translation>
    </message>
    <message>
        <source>a number of more than 64 bits</source>
        <translation>eine Zahl von mehr als 64 Bit</translation>
    </message>
    <message>
        <source>a number or text</source>
        <translation>Zahl oder Text</translation>
    </message>
    <message>
        <source>a part of type {}</source>
        <translation>ein Teil vom Typ {}</translation>
    </message>
    <message>
        <source>a part with {}</source>
        <translation>ein Teil mit {}</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>a piece and its score, [&quot;a&quot;, -1.5]</source>
        <translation>Stück und seine Bewertung, [&quot;a&quot;, -1.5]</translation>
    </message>
    <message>
        <source>a positive number</source>
        <translation>positive Zahl</translation>
    </message>
    <message>
        <source>a repository of the Hugging Face cache</source>
        <translation>ein Repository aus dem Cache von Hugging Face</translation>
    </message>
    <message>
        <source>a run of LIFT Studio</source>
        <translation>ein Lauf von LIFT Studio</translation>
    </message>
    <message>
        <source>a safetensors file by itself, with {} tensors</source>
        <translation>eine safetensors-Datei für sich allein, mit {} Tensoren</translation>
    </message>
    <message>
        <source>a start that is no text</source>
        <translation>Anfangswert, der kein Text ist</translation>
    </message>
    <message>
        <source>a table whose columns are separated by &quot;{}&quot;</source>
        <translation>eine Tabelle, deren Spalten durch &quot;{}&quot; getrennt sind</translation>
    </message>
    <message>
        <source>a tar archive</source>
        <translation>ein tar-Archiv</translation>
    </message>
    <message>
        <source>a task has no such field</source>
        <translation>eine Aufgabe hat kein solches Feld</translation>
    </message>
    <message>
        <source>a text file, not a model</source>
        <translation>eine Textdatei, kein Modell</translation>
    </message>
    <message>
        <source>a text or a tuple of texts</source>
        <translation>Text oder Tupel von Texten</translation>
    </message>
    <message>
        <source>a text with {} in it</source>
        <translation>Text, in dem {} vorkommt</translation>
    </message>
    <message>
        <source>a text, list or mapping</source>
        <translation>Text, Liste oder Zuordnung</translation>
    </message>
    <message>
        <source>a token and its id</source>
        <translation>Token und seine Nummer</translation>
    </message>
    <message>
        <source>a tokenizer without a model</source>
        <translation>ein Tokenizer ohne Modell</translation>
    </message>
    <message>
        <source>a tool&apos;s answer, for which the prompt format {} has no place</source>
        <translation>die Antwort eines Werkzeugs, für die die Promptform {} keinen Platz hat</translation>
    </message>
    <message>
        <source>a variable of the template&apos;s own</source>
        <translation>eigene Variable der Vorlage</translation>
    </message>
    <message>
        <source>a vocabulary without weights</source>
        <translation>ein Vokabular ohne Gewichte</translation>
    </message>
    <message>
        <source>a web page: the download got a page instead of the file</source>
        <translation>eine Webseite: heruntergeladen wurde eine Seite statt der Datei</translation>
    </message>
    <message>
        <source>a zip archive</source>
        <translation>ein zip-Archiv</translation>
    </message>
    <message>
        <source>a zstd archive</source>
        <translation>ein zstd-Archiv</translation>
    </message>
    <message>
        <source>an Arrow table, which is data and not a model</source>
        <translation>eine Arrow-Tabelle, also Daten und kein Modell</translation>
    </message>
    <message>
        <source>an ONNX model</source>
        <translation>ein ONNX-Modell</translation>
    </message>
    <message>
        <source>an OpenVINO model</source>
        <translation>ein OpenVINO-Modell</translation>
    </message>
    <message>
        <source>an adapter and no weights of a model</source>
        <translation>ein Adapter und keine Gewichte eines Modells</translation>
    </message>
    <message>
        <source>an adapter by itself, not a model</source>
        <translation>ein Adapter für sich allein, kein Modell</translation>
    </message>
    <message>
        <source>an archive of NumPy arrays</source>
        <translation>ein Archiv von NumPy-Arrays</translation>
    </message>
    <message>
        <source>an empty folder</source>
        <translation>ein leerer Ordner</translation>
    </message>
    <message>
        <source>an importance matrix of llama.cpp (imatrix), not a model</source>
        <translation>eine Wichtigkeitsmatrix von llama.cpp (imatrix), kein Modell</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>ein xz-Archiv</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>are in a shard and not in its list</source>
        <translation>liegen in einer Teildatei und stehen nicht in seiner Liste</translation>
    </message>
    <message>
        <source>as JSON, by value</source>
        <translation>als JSON, nach dem Wert</translation>
    </message>
    <message>
        <source>as letters of a choice</source>
        <translation>als Buchstaben einer Auswahl</translation>
    </message>
    <message>
        <source>as numbers, within 0.001</source>
        <translation>als Zahlen, auf 0.001 genau</translation>
    </message>
    <message>
        <source>as text, character by character</source>
        <translation>als Text, Zeichen für Zeichen</translation>
    </message>
    <message>
        <source>auto, question_answer, prompt_completion, instruction, messages, preference or text.</source>
        <translation>auto, question_answer, prompt_completion, instruction, messages, preference oder text.</translation>
    </message>
    <message>
        <source>batch: expected a number from 1 to {}, found {}</source>
        <translation>batch: erwartet Zahl von 1 bis {}, gefunden {}</translation>
    </message>
    <message>
        <source>center: expected a width of at most {}, found {}</source>
        <translation>center: erwartet Breite von höchstens {}, gefunden {}</translation>
    </message>
    <message>
        <source>config.json has {} rope scaling without original_max_position_embeddings: as in transformers, max_position_embeddings ({}) is taken for it</source>
        <translation>config.json hat RoPE-Skalierung {} ohne original_max_position_embeddings: wie in transformers gilt max_position_embeddings ({}) dafür</translation>
    </message>
    <message>
        <source>config.json ties the head to the embedding, and the files hold a head of other values: theirs is used</source>
        <translation>config.json koppelt den Ausgabekopf an die Einbettung, und die Dateien enthalten einen Ausgabekopf mit anderen Werten: der aus den Dateien wird verwendet</translation>
    </message>
    <message>
        <source>could not be removed: {}</source>
        <translation>ließ sich nicht entfernen: {}</translation>
    </message>
    <message>
        <source>could not make a file to unpack into</source>
        <translation>es ließ sich keine Datei zum Entpacken anlegen</translation>
    </message>
    <message>
        <source>could not write the unpacked rows</source>
        <translation>die entpackten Zeilen ließen sich nicht schreiben</translation>
    </message>
    <message>
        <source>could not write {} bytes</source>
        <translation>{} Byte ließen sich nicht schreiben</translation>
    </message>
    <message>
        <source>counts of answers</source>
        <translation>Anzahlen von Antworten</translation>
    </message>
    <message>
        <source>dict: expected at most one mapping, found more</source>
        <translation>dict: erwartet höchstens eine Zuordnung, gefunden mehr</translation>
    </message>
    <message>
        <source>dictsort: expected by=&quot;key&quot; or &quot;value&quot;, found {}</source>
        <translation>dictsort: erwartet by=&quot;key&quot; oder &quot;value&quot;, gefunden {}</translation>
    </message>
    <message>
        <source>empty text</source>
        <translation>leerer Text</translation>
    </message>
    <message>
        <source>entry &quot;{}&quot;: expected SentencePiece&apos;s compiled normalisation, found {} bytes that are none</source>
        <translation>Eintrag &quot;{}&quot;: erwartet kompilierte Normalisierung von SentencePiece, gefunden {} Byte, die keine sind</translation>
    </message>
    <message>
        <source>entry &quot;{}&quot;: expected base64, found other characters</source>
        <translation>Eintrag &quot;{}&quot;: erwartet base64, gefunden andere Zeichen</translation>
    </message>
    <message>
        <source>entry &quot;{}&quot;: expected nothing, found {}: every text would have other tokens each time</source>
        <translation>Eintrag &quot;{}&quot;: erwartet nichts, gefunden {}: jeder Text hätte jedes Mal andere Token</translation>
    </message>
    <message>
        <source>every answer has weight 0</source>
        <translation>jede Antwort hat das Gewicht 0</translation>
    </message>
    <message>
        <source>expandtabs: expected at most 1000, found {}</source>
        <translation>expandtabs: erwartet höchstens 1000, gefunden {}</translation>
    </message>
    <message>
        <source>expected GGUF in the first four bytes, found {}: not a GGUF file, or a damaged one</source>
        <translation>erwartet GGUF in den ersten vier Bytes, gefunden {}: keine GGUF-Datei oder eine beschädigte</translation>
    </message>
    <message>
        <source>expected UTF-8, found another byte at {}</source>
        <translation>erwartet UTF-8, gefunden ein anderes Byte bei {}</translation>
    </message>
    <message>
        <source>expected a BPE or Unigram model, found {}</source>
        <translation>erwartet BPE- oder Unigram-Modell, gefunden {}</translation>
    </message>
    <message>
        <source>expected a SentencePiece model of kind BPE or unigram, found {}</source>
        <translation>erwartet SentencePiece-Modell der Art BPE oder unigram, gefunden {}</translation>
    </message>
    <message>
        <source>expected a SentencePiece model, found {} bytes that are none</source>
        <translation>erwartet SentencePiece-Modell, gefunden {} Byte, die keines sind</translation>
    </message>
    <message>
        <source>expected a call, found {}</source>
        <translation>erwartet Aufruf, gefunden {}</translation>
    </message>
    <message>
        <source>expected a date as 2026-11-30 or 2026-11-30T14:05:00, found {}</source>
        <translation>erwartet Zeitangabe wie 2026-11-30 oder 2026-11-30T14:05:00, gefunden {}</translation>
    </message>
    <message>
        <source>expected a day as 2026-11-30, or nothing, found {}</source>
        <translation>erwartet Tag wie 2026-11-30 oder nichts, gefunden {}</translation>
    </message>
    <message>
        <source>expected a default for {}, as the parameter before it has one</source>
        <translation>erwartet Vorgabewert für {}, da der Parameter davor einen hat</translation>
    </message>
    <message>
        <source>expected a field of a namespace that does not begin with _, found {}</source>
        <translation>erwartet Feld eines Namensraums, das nicht mit _ beginnt, gefunden {}</translation>
    </message>
    <message>
        <source>expected a kind of attention for each of {} layers, found {}</source>
        <translation>erwartet eine Art der Aufmerksamkeit für jede von {} Schichten, gefunden {}</translation>
    </message>
    <message>
        <source>expected a loop marked recursive, found another</source>
        <translation>erwartet eine als recursive gekennzeichnete Schleife, gefunden eine andere</translation>
    </message>
    <message>
        <source>expected a mapping behind **, found {}</source>
        <translation>erwartet Zuordnung hinter **, gefunden {}</translation>
    </message>
    <message>
        <source>expected a matrix of at least {} entries, which is what a SHiRA adapter of r = {} needs, found {} x {}</source>
        <translation>erwartet Matrix von mindestens {} Einträgen, so viele braucht ein SHiRA-Adapter mit r = {}, gefunden {} x {}</translation>
    </message>
    <message>
        <source>expected a model folder or a GGUF file, found an empty file</source>
        <translation>erwartet Modellordner oder GGUF-Datei, gefunden eine leere Datei</translation>
    </message>
    <message>
        <source>expected a model folder or a GGUF file, found {}</source>
        <translation>erwartet Modellordner oder GGUF-Datei, gefunden {}</translation>
    </message>
    <message>
        <source>expected a model folder with config.json, found {}</source>
        <translation>erwartet Modellordner mit config.json, gefunden {}</translation>
    </message>
    <message>
        <source>expected a name of 1 to {} bytes, found {}</source>
        <translation>erwartet Name von 1 bis {} Byte, gefunden {}</translation>
    </message>
    <message>
        <source>expected a name of at most 200 and a note of at most 10,000 bytes, found {} and {}</source>
        <translation>erwartet Name von höchstens 200 und Notiz von höchstens 10 000 Byte, gefunden {} und {}</translation>
    </message>
    <message>
        <source>expected a new file, found one of this name</source>
        <translation>erwartet eine neue Datei, gefunden eine mit diesem Namen</translation>
    </message>
    <message>
        <source>expected a number of at most 64 bits, found {}</source>
        <translation>erwartet Zahl von höchstens 64 Bit, gefunden {}</translation>
    </message>
    <message>
        <source>expected a positive rope attention factor, found {}</source>
        <translation>erwartet positiver RoPE-Aufmerksamkeitsfaktor, gefunden {}</translation>
    </message>
    <message>
        <source>expected a positive scale of the attention scores, found {}</source>
        <translation>erwartet positive Skalierung der Aufmerksamkeitswerte, gefunden {}</translation>
    </message>
    <message>
        <source>expected a positive scale, found {}</source>
        <translation>erwartet positive Skalierung, gefunden {}</translation>
    </message>
    <message>
        <source>expected a post-processor TemplateProcessing, ByteLevel, RobertaProcessing, BertProcessing or Sequence, found {}</source>
        <translation>erwartet Nachverarbeitung TemplateProcessing, ByteLevel, RobertaProcessing, BertProcessing oder Sequence, gefunden {}</translation>
    </message>
    <message>
        <source>expected a power that is a real number, found a complex one</source>
        <translation>erwartet eine Potenz, die eine reelle Zahl ist, gefunden eine komplexe</translation>
    </message>
    <message>
        <source>expected a regular expression of at most {} bytes, found one of {}</source>
        <translation>erwartet regulärer Ausdruck von höchstens {} Byte, gefunden einer von {}</translation>
    </message>
    <message>
        <source>expected a row of at most {} bytes, found a cell whose quotes are not closed before</source>
        <translation>erwartet Zeile von höchstens {} Byte, gefunden eine Zelle, deren Anführungszeichen davor nicht geschlossen werden</translation>
    </message>
    <message>
        <source>expected a shape whose bytes are whole and can be counted in 63 bits, found {}</source>
        <translation>erwartet eine Gestalt, deren Bytes ganzzahlig sind und sich in 63 Bit zählen lassen, gefunden {}</translation>
    </message>
    <message>
        <source>expected a share from 0 (only before and after) to 0.5, found {}</source>
        <translation>erwartet Anteil von 0 (nur vorher und nachher) bis 0.5, gefunden {}</translation>
    </message>
    <message>
        <source>expected a text of at most {} bytes, found {}</source>
        <translation>erwartet Text von höchstens {} Byte, gefunden {}</translation>
    </message>
    <message>
        <source>expected a text or a list to cut from, found {}</source>
        <translation>erwartet Text oder Liste zum Ausschneiden, gefunden {}</translation>
    </message>
    <message>
        <source>expected a tuned model, found one that is its base in every entry</source>
        <translation>erwartet ein abgestimmtes Modell, gefunden eines, das in jedem Eintrag seine Basis ist</translation>
    </message>
    <message>
        <source>expected a whole {} file, found damage at byte {}: {}</source>
        <translation>erwartet unversehrte {}-Datei, gefunden Schaden bei Byte {}: {}</translation>
    </message>
    <message>
        <source>expected an answer that can be compared {}, found {}</source>
        <translation>erwartet eine Antwort, die sich vergleichen lässt ({}), gefunden {}</translation>
    </message>
    <message>
        <source>expected an escape by number, found one by name, {}</source>
        <translation>erwartet Escape-Folge mit Nummer, gefunden eine mit Namen, {}</translation>
    </message>
    <message>
        <source>expected answers that can be given, found {} rows that are all cut off</source>
        <translation>erwartet Antworten, die gegeben werden können, gefunden {} Zeilen, die alle abgeschnitten sind</translation>
    </message>
    <message>
        <source>expected arguments by position, then by name, found {}</source>
        <translation>erwartet Argumente nach Position, dann nach Namen, gefunden {}</translation>
    </message>
    <message>
        <source>expected at most {} entries in a tensor, which is what int32 positions reach</source>
        <translation>erwartet höchstens {} Einträge in einem Tensor, so weit reichen Positionen in int32</translation>
    </message>
    <message>
        <source>expected at most {} lists and objects inside each other, found more</source>
        <translation>erwartet höchstens {} ineinander geschachtelte Listen und Objekte, gefunden mehr</translation>
    </message>
    <message>
        <source>expected at most {} operations in a row, found more</source>
        <translation>erwartet höchstens {} Operationen hintereinander, gefunden mehr</translation>
    </message>
    <message>
        <source>expected auto, text, json, number, letter or off, found &quot;{}&quot;</source>
        <translation>erwartet auto, text, json, number, letter oder off, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected base, bf16, fp16 or fp32, found &quot;{}&quot;</source>
        <translation>erwartet base, bf16, fp16 oder fp32, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected brackets in pairs, found {}</source>
        <translation>erwartet Klammern in Paaren, gefunden {}</translation>
    </message>
    <message>
        <source>expected changes in the layers&apos; matrices alone, which is what a SHiRA adapter holds</source>
        <translation>erwartet Änderungen allein in den Matrizen der Schichten, nur solche fasst ein SHiRA-Adapter</translation>
    </message>
    <message>
        <source>expected every answer in a place of its own, found a template that rewrites earlier text</source>
        <translation>erwartet jede Antwort an ihrem eigenen Platz, gefunden eine Vorlage, die früheren Text umschreibt</translation>
    </message>
    <message>
        <source>expected every column once, found {} twice</source>
        <translation>erwartet verschiedene Spalten, gefunden {} zweimal</translation>
    </message>
    <message>
        <source>expected every tensor once, found this one in two parts</source>
        <translation>erwartet verschiedene Tensornamen, gefunden dieser in zwei Teilen</translation>
    </message>
    <message>
        <source>expected gpt2 (byte-level BPE), llama (SentencePiece) or gemma4, found {}</source>
        <translation>erwartet gpt2 (BPE auf Byteebene), llama (SentencePiece) oder gemma4, gefunden {}</translation>
    </message>
    <message>
        <source>expected held_out, answers, probe:FILE or generate:FILE, found &quot;{}&quot;</source>
        <translation>erwartet held_out, answers, probe:DATEI oder generate:DATEI, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected it, since tie_word_embeddings is false, found {} tensors without it</source>
        <translation>erwartet, da tie_word_embeddings false ist, gefunden {} Tensoren ohne diesen</translation>
    </message>
    <message>
        <source>expected layer_types to have one word for each of {} layers, found {}</source>
        <translation>erwartet in layer_types ein Wort für jede von {} Schichten, gefunden {}</translation>
    </message>
    <message>
        <source>expected matrices that the layers have, found {}</source>
        <translation>erwartet Matrizen, die es in den Schichten gibt, gefunden {}</translation>
    </message>
    <message>
        <source>expected model.safetensors or its shards, found {}</source>
        <translation>erwartet model.safetensors oder dessen Teildateien, gefunden {}</translation>
    </message>
    <message>
        <source>expected names behind **, each once, found {}</source>
        <translation>erwartet verschiedene Namen hinter **, gefunden {}</translation>
    </message>
    <message>
        <source>expected none, found {}</source>
        <translation>erwartet keine, gefunden {}</translation>
    </message>
    <message>
        <source>expected none, since {} has one form only, found &quot;{}&quot;</source>
        <translation>erwartet keiner, da {} nur eine Form hat, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected one tensor of this name, found another with other values in {}</source>
        <translation>erwartet ein Tensor dieses Namens, gefunden ein weiterer mit anderen Werten in {}</translation>
    </message>
    <message>
        <source>expected one test, found several behind each other</source>
        <translation>erwartet ein Test, gefunden mehrere hintereinander</translation>
    </message>
    <message>
        <source>expected only tensors that this family computes with, found this one, which would be ignored</source>
        <translation>erwartet nur Tensoren, mit denen diese Familie rechnet, gefunden dieser, der unbeachtet bliebe</translation>
    </message>
    <message>
        <source>expected part {} of {} of a split GGUF model, found part {} of {}</source>
        <translation>erwartet Teil {} von {} eines geteilten GGUF-Modells, gefunden Teil {} von {}</translation>
    </message>
    <message>
        <source>expected plain fp32, fp16 or bf16 weights, found a model quantised with {} ({})</source>
        <translation>erwartet einfache Gewichte in fp32, fp16 oder bf16, gefunden ein mit {} quantisiertes Modell ({})</translation>
    </message>
    <message>
        <source>expected portable, avx2, avx512, avx512bf16 or amx, found &quot;{}&quot;</source>
        <translation>erwartet portable, avx2, avx512, avx512bf16 oder amx, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected quotes around a whole cell and doubled (&quot;&quot;) inside it, found others</source>
        <translation>erwartet Anführungszeichen um eine ganze Zelle und verdoppelte (&quot;&quot;) darin, gefunden andere</translation>
    </message>
    <message>
        <source>expected rows of a multiple of {} elements, found {}</source>
        <translation>erwartet Zeilen aus einem Vielfachen von {} Elementen, gefunden {}</translation>
    </message>
    <message>
        <source>expected rows, found a pointer of Git LFS</source>
        <translation>erwartet Zeilen, gefunden ein Zeiger von Git LFS</translation>
    </message>
    <message>
        <source>expected rows, found a web page</source>
        <translation>erwartet Zeilen, gefunden eine Webseite</translation>
    </message>
    <message>
        <source>expected shards of one set, found {} and {} and no {}</source>
        <translation>erwartet Teildateien eines Satzes, gefunden {} und {}, aber kein {}</translation>
    </message>
    <message>
        <source>expected something that can be a key, found {}</source>
        <translation>erwartet etwas, das ein Schlüssel sein kann, gefunden {}</translation>
    </message>
    <message>
        <source>expected something to print, found {}, whose form in Python this program lacks</source>
        <translation>erwartet etwas zum Ausgeben, gefunden {}, dessen Form in Python diesem Programm fehlt</translation>
    </message>
    <message>
        <source>expected the argument {} once, found it twice</source>
        <translation>erwartet Argument {} einmal, gefunden zweimal</translation>
    </message>
    <message>
        <source>expected the base&apos;s weights, found none that can be read</source>
        <translation>erwartet die Gewichte der Basis, gefunden keine, die sich lesen lassen</translation>
    </message>
    <message>
        <source>expected the base&apos;s weights, to tell what changed, found none that can be read</source>
        <translation>erwartet die Gewichte der Basis, um Änderungen zu erkennen, gefunden keine, die sich lesen lassen</translation>
    </message>
    <message>
        <source>expected the end of the raw text, {{% endraw %}}, found the end of the template</source>
        <translation>erwartet Ende des Rohtextes, {{% endraw %}}, gefunden Ende der Vorlage</translation>
    </message>
    <message>
        <source>expected the name of a variable, found {}</source>
        <translation>erwartet Name einer Variablen, gefunden {}</translation>
    </message>
    <message>
        <source>expected the number of a character behind \{}, found {}</source>
        <translation>erwartet Nummer eines Zeichens hinter \{}, gefunden {}</translation>
    </message>
    <message>
        <source>expected this shard, one of {}, found no such file; {} of them are missing</source>
        <translation>erwartet diese Teildatei, eine von {}, gefunden keine solche Datei; {} davon fehlen</translation>
    </message>
    <message>
        <source>expected tokens from 0 to {}, the rows of the model&apos;s embedding, found token {} ({})</source>
        <translation>erwartet Token von 0 bis {}, den Zeilen der Einbettung des Modells, gefunden Token {} ({})</translation>
    </message>
    <message>
        <source>expected use_sliding_window and a sliding_window, since layer_types names sliding layers; found neither or one</source>
        <translation>erwartet use_sliding_window und ein sliding_window, da layer_types gleitende Schichten nennt; gefunden keines oder nur eines davon</translation>
    </message>
    <message>
        <source>expected values of at most {} bytes and {} levels, found more</source>
        <translation>erwartet Werte von höchstens {} Byte und {} Ebenen, gefunden mehr</translation>
    </message>
    <message>
        <source>expected weights, found a Git LFS pointer: the file itself was not fetched</source>
        <translation>erwartet Gewichte, gefunden ein Zeiger von Git LFS: die Datei selbst wurde nicht geholt</translation>
    </message>
    <message>
        <source>expected yarn rope scaling with 0 &lt; beta_slow &lt; beta_fast and a positive original length, found {}, {}, {}</source>
        <translation>erwartet RoPE-Skalierung yarn mit 0 &lt; beta_slow &lt; beta_fast und positiver ursprünglicher Länge, gefunden {}, {}, {}</translation>
    </message>
    <message>
        <source>expected {} bytes, found {}</source>
        <translation>erwartet {} Byte, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} cells, as the first line has names, found {}</source>
        <translation>erwartet {} Zellen, so viele wie Namen in der ersten Zeile, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} from 0 to {}, found {}</source>
        <translation>erwartet {} von 0 bis {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} from 1 to {}, found {}</source>
        <translation>erwartet {} von 1 bis {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} hexadecimal digits behind \{}, found fewer</source>
        <translation>erwartet {} Hexadezimalziffern hinter \{}, gefunden weniger</translation>
    </message>
    <message>
        <source>expected {} tensors in all {} parts, found {}</source>
        <translation>erwartet {} Tensoren in allen {} Teilen, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} to be 1 or more, found {}</source>
        <translation>erwartet für {} 1 oder mehr, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} to be a positive number, found {}</source>
        <translation>erwartet für {} eine positive Zahl, gefunden {}</translation>
    </message>
    <message>
        <source>false</source>
        <translation>false</translation>
    </message>
    <message>
        <source>false (a feed-forward without biases)</source>
        <translation>false (ein Feedforward ohne Bias)</translation>
    </message>
    <message>
        <source>field &quot;answer&quot;: expected one that can be compared {}, found {}</source>
        <translation>Feld &quot;answer&quot;: erwartet eine Antwort, die sich vergleichen lässt ({}), gefunden {}</translation>
    </message>
    <message>
        <source>field &quot;answer&quot;: expected what the model should write, found nothing</source>
        <translation>Feld &quot;answer&quot;: erwartet, was das Modell schreiben soll, gefunden nichts</translation>
    </message>
    <message>
        <source>field &quot;{}&quot;: expected UTF-8, found other bytes (Latin-1 or Windows-1252?)</source>
        <translation>Feld &quot;{}&quot;: erwartet UTF-8, gefunden andere Bytes (Latin-1 oder Windows-1252?)</translation>
    </message>
    <message>
        <source>field &quot;{}&quot;: not valid JSON</source>
        <translation>Feld &quot;{}&quot;: kein gültiges JSON</translation>
    </message>
    <message>
        <source>field &quot;{}&quot;: {}</source>
        <translation>Feld &quot;{}&quot;: {}</translation>
    </message>
    <message>
        <source>file {}</source>
        <translation>Datei {}</translation>
    </message>
    <message>
        <source>format: expected !r or !s, found !{}</source>
        <translation>format: erwartet !r oder !s, gefunden !{}</translation>
    </message>
    <message>
        <source>format: expected a form for a number, found {}</source>
        <translation>format: erwartet Form für eine Zahl, gefunden {}</translation>
    </message>
    <message>
        <source>format: expected a form for a text, found another</source>
        <translation>format: erwartet Form für einen Text, gefunden eine andere</translation>
    </message>
    <message>
        <source>format: expected a form for a whole number, found {}</source>
        <translation>format: erwartet Form für eine ganze Zahl, gefunden {}</translation>
    </message>
    <message>
        <source>format: expected a format that Python knows, found {}</source>
        <translation>format: erwartet ein Format, das Python kennt, gefunden {}</translation>
    </message>
    <message>
        <source>format: expected a gap for every value, found fewer gaps</source>
        <translation>format: erwartet eine Lücke für jeden Wert, gefunden weniger Lücken</translation>
    </message>
    <message>
        <source>format: expected a letter behind %, found the end of the text</source>
        <translation>format: erwartet Buchstabe hinter %, gefunden Ende des Textes</translation>
    </message>
    <message>
        <source>format: expected a letter that Python knows behind %, found {}</source>
        <translation>format: erwartet hinter % ein Buchstabe, den Python kennt, gefunden {}</translation>
    </message>
    <message>
        <source>format: expected a mapping for the names in the text, found {}</source>
        <translation>format: erwartet Zuordnung für die Namen im Text, gefunden {}</translation>
    </message>
    <message>
        <source>format: expected a name between . [ and ], found none</source>
        <translation>format: erwartet Name zwischen . [ und ], gefunden keiner</translation>
    </message>
    <message>
        <source>format: expected a number of at most 64 bits, found more</source>
        <translation>format: erwartet Zahl von höchstens 64 Bit, gefunden mehr</translation>
    </message>
    <message>
        <source>format: expected a text or a number to lay out, found {}</source>
        <translation>format: erwartet Text oder Zahl zum Formatieren, gefunden {}</translation>
    </message>
    <message>
        <source>format: expected a value called {}, found none</source>
        <translation>format: erwartet Wert namens {}, gefunden keiner</translation>
    </message>
    <message>
        <source>format: expected a value for every gap, found too few</source>
        <translation>format: erwartet ein Wert für jede Lücke, gefunden zu wenige</translation>
    </message>
    <message>
        <source>format: expected a width of at most 10,000, found more</source>
        <translation>format: erwartet Breite von höchstens 10.000, gefunden mehr</translation>
    </message>
    <message>
        <source>format: expected braces in pairs, found one alone</source>
        <translation>format: erwartet geschweifte Klammern in Paaren, gefunden eine einzelne</translation>
    </message>
    <message>
        <source>format: expected digits behind the point, found none in {}</source>
        <translation>format: erwartet Ziffern hinter dem Punkt, gefunden keine in {}</translation>
    </message>
    <message>
        <source>format: expected gaps with numbers or without, found both</source>
        <translation>format: erwartet Lücken mit Nummern oder ohne, gefunden beides</translation>
    </message>
    <message>
        <source>format: expected no precision for a whole number, found one</source>
        <translation>format: erwartet keine Genauigkeit für eine ganze Zahl, gefunden eine</translation>
    </message>
    <message>
        <source>format: expected values by position or by name, found both</source>
        <translation>format: erwartet Werte nach Position oder nach Namen, gefunden beides</translation>
    </message>
    <message>
        <source>format: this program does not fill grouped digits with zeros</source>
        <translation>format: dieses Programm füllt gruppierte Ziffern nicht mit Nullen auf</translation>
    </message>
    <message>
        <source>gated convolutions in place of attention</source>
        <translation>Faltungen mit Gate statt Aufmerksamkeit</translation>
    </message>
    <message>
        <source>groupby: expected groups that have an order, found others</source>
        <translation>groupby: erwartet Gruppen mit einer Ordnung, gefunden andere</translation>
    </message>
    <message>
        <source>held-out loss up again from {:.3f} after step {}</source>
        <translation>Prüfverlust wieder gestiegen, von {:.3f} nach Schritt {} an</translation>
    </message>
    <message>
        <source>held-out row {}</source>
        <translation>zurückgehaltene Zeile {}</translation>
    </message>
    <message>
        <source>in UTF-16</source>
        <translation>in UTF-16</translation>
    </message>
    <message>
        <source>indent: expected a width of at most 10,000, found {}</source>
        <translation>indent: erwartet Breite von höchstens 10.000, gefunden {}</translation>
    </message>
    <message>
        <source>index: expected {} in the list, found none</source>
        <translation>index: erwartet {} in der Liste, nicht gefunden</translation>
    </message>
    <message>
        <source>index: expected {} in the text, found none</source>
        <translation>index: erwartet {} im Text, nicht gefunden</translation>
    </message>
    <message>
        <source>int: expected a number of at most 64 bits, found more</source>
        <translation>int: erwartet Zahl von höchstens 64 Bit, gefunden mehr</translation>
    </message>
    <message>
        <source>it is {}, which changes what the model computes and is not computed here</source>
        <translation>der Wert ist {}; das ändert, was das Modell berechnet, und wird hier nicht berechnet</translation>
    </message>
    <message>
        <source>items that can be keys</source>
        <translation>Einträge, die Schlüssel sein können</translation>
    </message>
    <message>
        <source>its text part in a folder of its own</source>
        <translation>den Textteil in einem eigenen Ordner</translation>
    </message>
    <message>
        <source>key {} of config.json</source>
        <translation>Schlüssel {} von config.json</translation>
    </message>
    <message>
        <source>keys that serve as values, and layers of two head widths</source>
        <translation>Schlüssel, die als Werte dienen, und Schichten mit zwei Kopfbreiten</translation>
    </message>
    <message>
        <source>layer norms and blocks side by side</source>
        <translation>LayerNorm und Blöcke nebeneinander</translation>
    </message>
    <message>
        <source>layer norms with biases and a feed-forward without a gate</source>
        <translation>LayerNorm mit Bias und ein Feedforward ohne Gate</translation>
    </message>
    <message>
        <source>layer norms with biases and blocks side by side</source>
        <translation>LayerNorm mit Bias und Blöcke nebeneinander</translation>
    </message>
    <message>
        <source>layer norms with biases, learned positions and a feed-forward without a gate</source>
        <translation>LayerNorm mit Bias, gelernte Positionen und ein Feedforward ohne Gate</translation>
    </message>
    <message>
        <source>lie in another shard than it says</source>
        <translation>liegen in einer anderen Teildatei als dort angegeben</translation>
    </message>
    <message>
        <source>linear by {:g}</source>
        <translation>linear um {:g}</translation>
    </message>
    <message>
        <source>llama3 by {:g}, from {} positions on</source>
        <translation>llama3 um {:g}, ab {} Positionen</translation>
    </message>
    <message>
        <source>map: expected attribute=... or the name of a filter</source>
        <translation>map: erwartet attribute=... oder der Name eines Filters</translation>
    </message>
    <message>
        <source>map: expected the name of a filter that this program has, found {}</source>
        <translation>map: erwartet Name eines Filters, den dieses Programm hat, gefunden {}</translation>
    </message>
    <message>
        <source>marked as a bad answer ({}: false)</source>
        <translation>als schlechte Antwort gekennzeichnet ({}: false)</translation>
    </message>
    <message>
        <source>measuring the speed of a step</source>
        <translation>Geschwindigkeit eines Schritts wird gemessen</translation>
    </message>
    <message>
        <source>no config.json in it</source>
        <translation>keine config.json darin</translation>
    </message>
    <message>
        <source>no field {}</source>
        <translation>kein Feld {}</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>none asked</source>
        <translation>keine gefragt</translation>
    </message>
    <message>
        <source>not valid JSON</source>
        <translation>kein gültiges JSON</translation>
    </message>
    <message>
        <source>not valid JSON: a text without its closing quote</source>
        <translation>kein gültiges JSON: ein Text ohne schließendes Anführungszeichen</translation>
    </message>
    <message>
        <source>not valid JSON: expected &quot;{}&quot;, found &quot;{}&quot;</source>
        <translation>kein gültiges JSON: erwartet &quot;{}&quot;, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>not valid JSON: expected &quot;{}&quot;, found the end</source>
        <translation>kein gültiges JSON: erwartet &quot;{}&quot;, gefunden das Ende</translation>
    </message>
    <message>
        <source>not valid JSON: expected a value, found the end</source>
        <translation>kein gültiges JSON: erwartet Wert, gefunden das Ende</translation>
    </message>
    <message>
        <source>not valid JSON: expected a value, found {}</source>
        <translation>kein gültiges JSON: erwartet Wert, gefunden {}</translation>
    </message>
    <message>
        <source>not valid JSON: expected nothing behind {}, found {}</source>
        <translation>kein gültiges JSON: erwartet nichts hinter: {}, gefunden {}</translation>
    </message>
    <message>
        <source>not valid JSON: expected {}, found the end</source>
        <translation>kein gültiges JSON: erwartet {}, gefunden das Ende</translation>
    </message>
    <message>
        <source>not valid JSON: expected {}, found {}</source>
        <translation>kein gültiges JSON: erwartet {}, gefunden {}</translation>
    </message>
    <message>
        <source>one character or its number</source>
        <translation>ein Zeichen oder dessen Nummer</translation>
    </message>
    <message>
        <source>one character to fill with</source>
        <translation>ein Zeichen zum Auffüllen</translation>
    </message>
    <message>
        <source>one of whole words</source>
        <translation>eines aus ganzen Wörtern</translation>
    </message>
    <message>
        <source>one that is ours</source>
        <translation>eine, die dem Programm gehört</translation>
    </message>
    <message>
        <source>packed with {}</source>
        <translation>gepackt mit {}</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>pairs of key and value</source>
        <translation>Paare aus Schlüssel und Wert</translation>
    </message>
    <message>
        <source>partition: expected a separator, found an empty text</source>
        <translation>partition: erwartet Trennzeichen, gefunden leerer Text</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>read back and put into the base&apos;s files: {} of {} tensors are the tuned model&apos;s, bit for bit, in the types that the base stores</source>
        <translation>zurückgelesen und in die Dateien der Basis eingesetzt: {} von {} Tensoren sind die des abgestimmten Modells, Bit für Bit, in den Typen, die die Basis speichert</translation>
    </message>
    <message>
        <source>read back from the file, tensor by tensor: {} of {} are what was to be written, byte for byte; {} of them are the base&apos;s bytes</source>
        <translation>aus der Datei zurückgelesen, Tensor für Tensor: {} von {} sind, was geschrieben werden sollte, Byte für Byte; {} davon sind die Bytes der Basis</translation>
    </message>
    <message>
        <source>read back from the files, tensor by tensor: {} of {} hold the values in memory ({}), bit for bit</source>
        <translation>aus den Dateien zurückgelesen, Tensor für Tensor: {} von {} enthalten die Werte im Speicher ({}), Bit für Bit</translation>
    </message>
    <message>
        <source>retention probe {} of {} right before, {} after</source>
        <translation>Behaltensprobe: {} von {} richtig vorher, {} nachher</translation>
    </message>
    <message>
        <source>round: expected the method common, ceil or floor, found {}</source>
        <translation>round: erwartet Methode common, ceil oder floor, gefunden {}</translation>
    </message>
    <message>
        <source>several subscripts in one pair of brackets</source>
        <translation>mehrere Indizes in einem Klammerpaar</translation>
    </message>
    <message>
        <source>slice: expected a number from 1 to {}, found {}</source>
        <translation>slice: erwartet Zahl von 1 bis {}, gefunden {}</translation>
    </message>
    <message>
        <source>something that can be a key</source>
        <translation>etwas, das ein Schlüssel sein kann</translation>
    </message>
    <message>
        <source>something that can be a key on the left</source>
        <translation>etwas, das ein Schlüssel sein kann, auf der linken Seite</translation>
    </message>
    <message>
        <source>something with attributes</source>
        <translation>etwas mit Attributen</translation>
    </message>
    <message>
        <source>something with the item {}</source>
        <translation>etwas mit dem Eintrag {}</translation>
    </message>
    <message>
        <source>sort: expected items that have an order, found others</source>
        <translation>sort: erwartet Einträge mit einer Ordnung, gefunden andere</translation>
    </message>
    <message>
        <source>speed of a step</source>
        <translation>Geschwindigkeit eines Schritts</translation>
    </message>
    <message>
        <source>split: expected a separator, found an empty text</source>
        <translation>split: erwartet Trennzeichen, gefunden leerer Text</translation>
    </message>
    <message>
        <source>state-space layers</source>
        <translation>Zustandsraumschichten</translation>
    </message>
    <message>
        <source>strftime_now: expected a short format, found one that gives nothing</source>
        <translation>strftime_now: erwartet kurzes Format, gefunden eines, das nichts ergibt</translation>
    </message>
    <message>
        <source>striptags: this program does not read HTML</source>
        <translation>striptags: dieses Programm liest kein HTML</translation>
    </message>
    <message>
        <source>tensor {} of the base is left out: {} is not read here</source>
        <translation>Tensor {} der Basis ist ausgelassen: {} wird hier nicht gelesen</translation>
    </message>
    <message>
        <source>tensors {}: {}</source>
        <translation>Tensoren {}: {}</translation>
    </message>
    <message>
        <source>text, json, number or letter</source>
        <translation>text, json, number oder letter</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>that it lists are in no shard</source>
        <translation>aus seiner Liste liegen in keiner Teildatei</translation>
    </message>
    <message>
        <source>the file can not be opened</source>
        <translation>die Datei lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>the list</source>
        <translation>die Liste</translation>
    </message>
    <message>
        <source>the loop</source>
        <translation>die Schleife</translation>
    </message>
    <message>
        <source>the name of a file</source>
        <translation>Name einer Datei</translation>
    </message>
    <message>
        <source>the object</source>
        <translation>das Objekt</translation>
    </message>
    <message>
        <source>the picture or sound encoder of a model (mmproj), not its language model</source>
        <translation>der Bild- oder Tonencoder eines Modells (mmproj), nicht dessen Sprachmodell</translation>
    </message>
    <message>
        <source>the test {} is not one that this program has</source>
        <translation>der Test {} gehört nicht zu denen dieses Programms</translation>
    </message>
    <message>
        <source>this is part {} of {} of a split GGUF model, and of its parts {} are missing: {}</source>
        <translation>dies ist Teil {} von {} eines geteilten GGUF-Modells, und von dessen Teilen fehlen {}: {}</translation>
    </message>
    <message>
        <source>this is part {} of {} of a split GGUF model: expected a name that ends in -{:05}-of-{:05}.gguf, as its other parts have</source>
        <translation>dies ist Teil {} von {} eines geteilten GGUF-Modells: erwartet ein Name, der auf -{:05}-of-{:05}.gguf endet, wie ihn die anderen Teile haben</translation>
    </message>
    <message>
        <source>this program lacks .{} of {}</source>
        <translation>diesem Programm fehlt .{} von: {}</translation>
    </message>
    <message>
        <source>this program lacks the function {}</source>
        <translation>diesem Programm fehlt die Funktion {}</translation>
    </message>
    <message>
        <source>tojson: expected an indent of at most 1000, found {}</source>
        <translation>tojson: erwartet Einzug von höchstens 1000, gefunden {}</translation>
    </message>
    <message>
        <source>tojson: expected texts, numbers, lists and mappings, found {}</source>
        <translation>tojson: erwartet Texte, Zahlen, Listen und Zuordnungen, gefunden {}</translation>
    </message>
    <message>
        <source>tokenizer.model says that no blank goes in front of a text; transformers 5 puts one there for tokenizer_class LlamaTokenizer unless add_prefix_space is false, and so does this program.</source>
        <translation>Laut tokenizer.model kommt kein Leerzeichen vor einen Text; transformers 5 setzt dort für tokenizer_class LlamaTokenizer eines, außer wenn add_prefix_space false ist, und dieses Programm ebenso.</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>truncate: expected a length of at least {} and a leeway of at least 0</source>
        <translation>truncate: erwartet Länge von mindestens {} und Spielraum von mindestens 0</translation>
    </message>
    <message>
        <source>two texts as separators</source>
        <translation>zwei Texte als Trennzeichen</translation>
    </message>
    <message>
        <source>unigram model, {} tokens, {}</source>
        <translation>Unigram-Modell, {} Token, {}</translation>
    </message>
    <message>
        <source>unpacking</source>
        <translation>wird entpackt</translation>
    </message>
    <message>
        <source>unpacking was cancelled</source>
        <translation>das Entpacken wurde abgebrochen</translation>
    </message>
    <message>
        <source>weights as NumPy arrays (older MLX)</source>
        <translation>Gewichte als NumPy-Arrays (älteres MLX)</translation>
    </message>
    <message>
        <source>weights for Flax</source>
        <translation>Gewichte für Flax</translation>
    </message>
    <message>
        <source>weights for Flax (flax_model.msgpack)</source>
        <translation>Gewichte für Flax (flax_model.msgpack)</translation>
    </message>
    <message>
        <source>weights for TensorFlow (tf_model.h5)</source>
        <translation>Gewichte für TensorFlow (tf_model.h5)</translation>
    </message>
    <message>
        <source>weights in the maker&apos;s original format (consolidated)</source>
        <translation>Gewichte im ursprünglichen Format des Herstellers (consolidated)</translation>
    </message>
    <message>
        <source>weights without config.json</source>
        <translation>Gewichte ohne config.json</translation>
    </message>
    <message>
        <source>whole numbers of at most 64 bits</source>
        <translation>ganze Zahlen von höchstens 64 Bit</translation>
    </message>
    <message>
        <source>xmlattr: expected the name of an attribute, found {}</source>
        <translation>xmlattr: erwartet Name eines Attributs, gefunden {}</translation>
    </message>
    <message>
        <source>yarn by {:g}, from {} positions on</source>
        <translation>yarn um {:g}, ab {} Positionen</translation>
    </message>
    <message>
        <source>{} GGUF files</source>
        <translation>{} GGUF-Dateien</translation>
    </message>
    <message>
        <source>{} answers ran into the longest one</source>
        <translation>{} Antworten erreichten die größte erlaubte Länge</translation>
    </message>
    <message>
        <source>{} contradicts the files: {} tensors {}: {}</source>
        <translation>{} widerspricht den Dateien: {} Tensoren {}: {}</translation>
    </message>
    <message>
        <source>{} entries differ by rounding</source>
        <translation>{} Einträge weichen durch Rundung ab</translation>
    </message>
    <message>
        <source>{} entries of {} tensors; the base model is needed beside it</source>
        <translation>{} Einträge von {} Tensoren; das Basismodell wird daneben gebraucht</translation>
    </message>
    <message>
        <source>{} held-out rows have an answer that is cut off by data.max_tokens: they are not asked</source>
        <translation>{} zurückgehaltene Zeilen haben eine Antwort, die von data.max_tokens abgeschnitten wird: sie werden nicht gefragt</translation>
    </message>
    <message>
        <source>{} is &quot;{}&quot;, a mixture of experts; supported are dense models only</source>
        <translation>{} ist &quot;{}&quot;, eine Mischung von Experten (MoE); unterstützt werden nur dichte Modelle</translation>
    </message>
    <message>
        <source>{} is {}; supported are dense models only</source>
        <translation>{} ist {}; unterstützt werden nur dichte Modelle</translation>
    </message>
    <message>
        <source>{} is {}; supported is the whole head width, {}</source>
        <translation>{} ist {}; unterstützt wird die ganze Kopfbreite, {}</translation>
    </message>
    <message>
        <source>{} is {}; supported is the width of the keys, {}</source>
        <translation>{} ist {}; unterstützt wird die Breite der Schlüssel, {}</translation>
    </message>
    <message>
        <source>{} of {} ({:.0f} to {:.0f} %)</source>
        <translation>{} von {} ({:.0f} bis {:.0f} %)</translation>
    </message>
    <message>
        <source>{} of {} changed values were rounded: their type in the file does not hold them</source>
        <translation>{} von {} geänderten Werten wurden gerundet: ihr Typ in der Datei fasst sie nicht</translation>
    </message>
    <message>
        <source>{} of {} held-out rows are answered before and after, and compared {}</source>
        <translation>{} von {} zurückgehaltenen Zeilen werden vorher und nachher beantwortet und verglichen: {}</translation>
    </message>
    <message>
        <source>{} of {} held-out rows are answered before and after, and compared {} (guessed from their answers; evaluate.answer_rule decides)</source>
        <translation>{} von {} zurückgehaltenen Zeilen werden vorher und nachher beantwortet und verglichen: {} (aus ihren Antworten geschlossen; evaluate.answer_rule entscheidet)</translation>
    </message>
    <message>
        <source>{} of {} holds again what another shard has, with equal values: {}</source>
        <translation>{} von {} enthält nochmals, was eine andere Teildatei hat, mit gleichen Werten: {}</translation>
    </message>
    <message>
        <source>{} of {} questions right before, {} after: no loss can be seen; {} questions can&apos;t show changes under about {}</source>
        <translation>{} von {} Fragen richtig vorher, {} nachher: es ist kein Verlust zu sehen; {} Fragen können Änderungen unter etwa {} nicht zeigen</translation>
    </message>
    <message>
        <source>{} of {} questions right before, {} after: nothing was lost</source>
        <translation>{} von {} Fragen richtig vorher, {} nachher: nichts ging verloren</translation>
    </message>
    <message>
        <source>{} of {} questions right before, {} after: something was forgotten. A lower learning rate or fewer steps keep more</source>
        <translation>{} von {} Fragen richtig vorher, {} nachher: etwas wurde vergessen. Eine kleinere Lernrate oder weniger Schritte behalten mehr</translation>
    </message>
    <message>
        <source>{} of {} rows were asked, to save time</source>
        <translation>{} von {} Zeilen wurden gefragt, um Zeit zu sparen</translation>
    </message>
    <message>
        <source>{} of {} tensors are byte for byte as the base stores them; in the others {} entries differ from the base&apos;s</source>
        <translation>{} von {} Tensoren sind Byte für Byte, wie die Basis sie speichert; in den anderen weichen {} Einträge von denen der Basis ab</translation>
    </message>
    <message>
        <source>{} of {} tensors are the base&apos;s, byte for byte</source>
        <translation>{} von {} Tensoren sind die der Basis, Byte für Byte</translation>
    </message>
    <message>
        <source>{} rows left out: {} (the first: {})</source>
        <translation>{} Zeilen ausgelassen: {} (die erste: {})</translation>
    </message>
    <message>
        <source>{} says {} bytes in all, the shards hold {}; the shards count</source>
        <translation>{} nennt insgesamt {} Byte, die Teildateien enthalten {}; die Teildateien gelten</translation>
    </message>
    <message>
        <source>{} tensors are {} in memory: a changed value that their type in the file does not hold is rounded to the nearest</source>
        <translation>{} Tensoren sind im Speicher {}: ein geänderter Wert, den ihr Typ in der Datei nicht fasst, wird auf den nächsten gerundet</translation>
    </message>
    <message>
        <source>{} tensors in the files are none of the model&apos;s</source>
        <translation>{} Tensoren in den Dateien gehören nicht zum Modell</translation>
    </message>
    <message>
        <source>{} tensors of the base are of a type that holds more: their values are rounded to the nearest</source>
        <translation>{} Tensoren der Basis haben einen Typ, der mehr fasst: ihre Werte werden auf die nächsten gerundet</translation>
    </message>
    <message>
        <source>{} {:.3f} to {:.3f}</source>
        <translation>{} {:.3f} auf {:.3f}</translation>
    </message>
    <message>
        <source>{}, field &quot;{}&quot;</source>
        <translation>{}, Feld &quot;{}&quot;</translation>
    </message>
    <message>
        <source>{}, question {}</source>
        <translation>{}, Frage {}</translation>
    </message>
    <message>
        <source>{}: expected at least {} arguments, found fewer</source>
        <translation>{}: erwartet mindestens {} Argumente, gefunden weniger</translation>
    </message>
    <message>
        <source>{}: expected items, found none</source>
        <translation>{}: erwartet Einträge, gefunden keine</translation>
    </message>
    <message>
        <source>{}: expected no argument called {}, found one</source>
        <translation>{}: erwartet kein Argument namens {}, gefunden eines</translation>
    </message>
    <message>
        <source>{}: expected {} once, found it twice</source>
        <translation>{}: erwartet {} einmal, gefunden zweimal</translation>
    </message>
    <message>
        <source>{}: field {} of {} messages is not used</source>
        <translation>{}: Feld {} von {} Nachrichten wird nicht verwendet</translation>
    </message>
    <message>
        <source>{}: field {} of {} rows is not used</source>
        <translation>{}: Feld {} von {} Zeilen wird nicht verwendet</translation>
    </message>
    <message>
        <source>{}: field {} of {} rows is not used: the prompts have no place for it</source>
        <translation>{}: Feld {} von {} Zeilen wird nicht verwendet: die Prompts haben keinen Platz dafür</translation>
    </message>
    <message>
        <source>{}: the answers in {} of {} rows are not used: the chosen ones train</source>
        <translation>{}: die Antworten in {} von {} Zeilen werden nicht verwendet: die bevorzugten (chosen) trainieren</translation>
    </message>
    <message>
        <source>{}: {} answers have weight 0 and do not train</source>
        <translation>{}: {} Antworten haben das Gewicht 0 und trainieren nicht</translation>
    </message>
    <message>
        <source>{}: {} in chat_template_kwargs of {} rows is not used by the template</source>
        <translation>{}: {} in chat_template_kwargs von {} Zeilen wird von der Vorlage nicht verwendet</translation>
    </message>
    <message>
        <source>{}: {} messages are marked to train that are no answers: only answers train</source>
        <translation>{}: {} Nachrichten sind zum Trainieren gekennzeichnet, aber keine Antworten: nur Antworten trainieren</translation>
    </message>
    <message>
        <source>{}: {} messages behind the last answer of their row are left out</source>
        <translation>{}: {} Nachrichten hinter der letzten Antwort ihrer Zeile sind ausgelassen</translation>
    </message>
    <message>
        <source>{}: {} texts to go on from, in {} pieces; every token trains</source>
        <translation>{}: {} Texte zum Fortsetzen, in {} Stücken; jedes Token trainiert</translation>
    </message>
    <message>
        <source>4 bytes each for every one of {} weights</source>
        <translation>je 4 Byte für jedes von {} Gewichten</translation>
    </message>
    <message>
        <source>4 bytes for every one of {} weights</source>
        <translation>4 Byte für jedes von {} Gewichten</translation>
    </message>
    <message>
        <source>A LoRA adapter of r = {} for {} matrices</source>
        <translation>Ein LoRA-Adapter mit r = {} für {} Matrizen</translation>
    </message>
    <message>
        <source>A new selection was asked for: this method chooses nothing</source>
        <translation>Eine neue Auswahl wurde verlangt: diese Methode wählt nichts aus</translation>
    </message>
    <message>
        <source>Adapter for PEFT (LoRA)</source>
        <translation>Adapter für PEFT (LoRA)</translation>
    </message>
    <message>
        <source>Detach the delta first</source>
        <translation>Nehmen Sie zuerst das Delta ab</translation>
    </message>
    <message>
        <source>Export as peft (SHiRA), or the merged model</source>
        <translation>Exportieren Sie als peft (SHiRA), oder das zusammengeführte Modell</translation>
    </message>
    <message>
        <source>Full: every weight of the projections</source>
        <translation>Voll: jedes Gewicht der Projektionen</translation>
    </message>
    <message>
        <source>LIFT of random singular values</source>
        <translation>LIFT zufälliger Singulärwerte</translation>
    </message>
    <message>
        <source>LIFT of the largest and smallest singular values</source>
        <translation>LIFT der größten und kleinsten Singulärwerte</translation>
    </message>
    <message>
        <source>LIFT of the smallest singular values</source>
        <translation>LIFT der kleinsten Singulärwerte</translation>
    </message>
    <message>
        <source>Largest gradients</source>
        <translation>Größte Gradienten</translation>
    </message>
    <message>
        <source>Least principal weights (control)</source>
        <translation>Nebensächlichste Gewichte (Kontrolle)</translation>
    </message>
    <message>
        <source>LoRA: low-rank adapters</source>
        <translation>LoRA: Adapter niedrigen Rangs</translation>
    </message>
    <message>
        <source>Matrices that matter more get more bits, as in llama.cpp; one whose rows are no multiple of 256 gets smaller blocks</source>
        <translation>Matrizen, auf die es mehr ankommt, bekommen mehr Bits, wie in llama.cpp; eine, deren Zeilenlänge kein Vielfaches von 256 ist, bekommt kleinere Blöcke</translation>
    </message>
    <message>
        <source>Merge it with PEFT (merge_and_unload) and import the merged folder</source>
        <translation>Führen Sie ihn mit PEFT zusammen (merge_and_unload) und öffnen Sie den zusammengeführten Ordner</translation>
    </message>
    <message>
        <source>Name the files themselves</source>
        <translation>Nennen Sie die Dateien selbst</translation>
    </message>
    <message>
        <source>Name the model that it was tuned from</source>
        <translation>Nennen Sie das Modell, aus dem es abgestimmt wurde</translation>
    </message>
    <message>
        <source>Name the model that the adapter was trained on</source>
        <translation>Nennen Sie das Modell, auf dem der Adapter trainiert wurde</translation>
    </message>
    <message>
        <source>Only the factors are written, in fp32. The tuned model has their product rounded into its weights; a program that keeps them apart rounds elsewhere</source>
        <translation>Geschrieben werden nur die Faktoren, in fp32. Im abgestimmten Modell ist ihr Produkt in die Gewichte gerundet; ein Programm, das sie getrennt hält, rundet anderswo</translation>
    </message>
    <message>
        <source>README.md is this model&apos;s card; the base&apos;s is README.base.md</source>
        <translation>README.md ist die Modellkarte dieses Modells; die der Basis ist README.base.md</translation>
    </message>
    <message>
        <source>Rank of the adapters</source>
        <translation>Rang der Adapter</translation>
    </message>
    <message>
        <source>Rank of the adapters: rank x (rows + columns) numbers train per matrix.</source>
        <translation>Rang der Adapter: je Matrix trainieren Rang x (Zeilen + Spalten) Zahlen.</translation>
    </message>
    <message>
        <source>Run packaging/setup and build again, or write the rows as JSONL, for example in Python: {}</source>
        <translation>Führen Sie packaging/setup aus und bauen Sie neu, oder schreiben Sie die Zeilen als JSONL, zum Beispiel in Python: {}</translation>
    </message>
    <message>
        <source>Save it with PEFT&apos;s safe_serialization=True</source>
        <translation>Speichern Sie ihn mit safe_serialization=True von PEFT</translation>
    </message>
    <message>
        <source>Scale by the root of the rank</source>
        <translation>Mit der Wurzel des Ranges skalieren</translation>
    </message>
    <message>
        <source>Scale of the adapters (alpha)</source>
        <translation>Skalierung der Adapter (alpha)</translation>
    </message>
    <message>
        <source>The adapters count alpha / rank times.</source>
        <translation>Die Adapter zählen alpha / rank-mal.</translation>
    </message>
    <message>
        <source>The adapters count alpha / sqrt(rank) times instead (rsLoRA).</source>
        <translation>Die Adapter zählen stattdessen alpha / sqrt(rank)-mal (rsLoRA).</translation>
    </message>
    <message>
        <source>The base is a quantised file: the delta is against its weights as they are read here</source>
        <translation>Die Basis ist eine quantisierte Datei: das Delta gilt gegenüber ihren Gewichten, wie sie hier gelesen werden</translation>
    </message>
    <message>
        <source>The chat template {} cannot be read: {}</source>
        <translation>Die Chatvorlage {} lässt sich nicht lesen: {}</translation>
    </message>
    <message>
        <source>The chat template {} is not used: only {}, for rows with tools, is chosen by its name</source>
        <translation>Die Chatvorlage {} wird nicht verwendet: nur {}, für Zeilen mit Werkzeugen, wird nach dem Namen gewählt</translation>
    </message>
    <message>
        <source>The matrices are written as {}</source>
        <translation>Die Matrizen werden als {} geschrieben</translation>
    </message>
    <message>
        <source>The named chat templates cannot be read: {}</source>
        <translation>Die benannten Chatvorlagen lassen sich nicht lesen: {}</translation>
    </message>
    <message>
        <source>The tuned model&apos;s chat template is not the base&apos;s: a delta has none of its own and takes the base&apos;s</source>
        <translation>Die Chatvorlage des abgestimmten Modells ist nicht die der Basis: ein Delta hat keine eigene und nimmt die der Basis</translation>
    </message>
    <message>
        <source>The tuned model&apos;s file is quantised: the difference has its rounding in it, in nearly every weight</source>
        <translation>Die Datei des abgestimmten Modells ist quantisiert: ihre Rundung steckt im Unterschied, in fast jedem Gewicht</translation>
    </message>
    <message>
        <source>The tuned model&apos;s tokenizer is not the base&apos;s: a delta has none of its own and takes the base&apos;s</source>
        <translation>Der Tokenizer des abgestimmten Modells ist nicht der der Basis: ein Delta hat keinen eigenen und nimmt den der Basis</translation>
    </message>
    <message>
        <source>Train with it, or look at another criterion</source>
        <translation>Trainieren Sie damit, oder sehen Sie sich ein anderes Kriterium an</translation>
    </message>
    <message>
        <source>Use the text model, GLM-4-0414</source>
        <translation>Nehmen Sie das Textmodell, GLM-4-0414</translation>
    </message>
    <message>
        <source>Weights that move away from zero</source>
        <translation>Gewichte, die sich von null entfernen</translation>
    </message>
    <message>
        <source>What the adapters begin as</source>
        <translation>Womit die Adapter beginnen</translation>
    </message>
    <message>
        <source>What the adapters begin as: random, or the leading singular values (pissa).</source>
        <translation>Womit die Adapter beginnen: random (zufällig) oder mit den führenden Singulärwerten (pissa).</translation>
    </message>
    <message>
        <source>Write it again with smaller row groups, or as JSONL</source>
        <translation>Schreiben Sie sie nochmals mit kleineren Zeilengruppen, oder als JSONL</translation>
    </message>
    <message>
        <source>Write the rows as JSONL</source>
        <translation>Schreiben Sie die Zeilen als JSONL</translation>
    </message>
    <message>
        <source>&quot;default&quot;, &quot;dynamic&quot;, &quot;linear&quot;, &quot;llama3&quot;, &quot;yarn&quot;, &quot;longrope&quot; or &quot;proportional&quot;</source>
        <translation>&quot;default&quot;, &quot;dynamic&quot;, &quot;linear&quot;, &quot;llama3&quot;, &quot;yarn&quot;, &quot;longrope&quot; oder &quot;proportional&quot;</translation>
    </message>
    <message>
        <source>&quot;{}&quot; looks at the gradients of the rows, which only a run has</source>
        <translation>&quot;{}&quot; sieht auf die Gradienten der Zeilen, die nur ein Lauf hat</translation>
    </message>
    <message>
        <source>a LoRA adapter of llama.cpp for {} tensors</source>
        <translation>ein LoRA-Adapter von llama.cpp für {} Tensoren</translation>
    </message>
    <message>
        <source>a list of numbers, one for each pair of channels that turns</source>
        <translation>Liste von Zahlen, eine für jedes Kanalpaar, das sich dreht</translation>
    </message>
    <message>
        <source>a list of templates with name and template</source>
        <translation>Liste von Vorlagen mit name und template</translation>
    </message>
    <message>
        <source>a number above 0, at most 1</source>
        <translation>Zahl über 0, höchstens 1</translation>
    </message>
    <message>
        <source>a positive number, or null for none</source>
        <translation>positive Zahl, oder null für keine</translation>
    </message>
    <message>
        <source>a tuned model, {}</source>
        <translation>ein abgestimmtes Modell, {}</translation>
    </message>
    <message>
        <source>a {} adapter of PEFT for {} tensors</source>
        <translation>ein {}-Adapter von PEFT für {} Tensoren</translation>
    </message>
    <message>
        <source>a {} file</source>
        <translation>eine Datei der Art {}</translation>
    </message>
    <message>
        <source>adapters</source>
        <translation>Adapter</translation>
    </message>
    <message>
        <source>an {} file</source>
        <translation>eine Datei der Art {}</translation>
    </message>
    <message>
        <source>an {} stream</source>
        <translation>ein Strom der Art {}</translation>
    </message>
    <message>
        <source>another</source>
        <translation>etwas anderes</translation>
    </message>
    <message>
        <source>at least one pair of a head&apos;s {} channels to turn</source>
        <translation>mindestens ein Paar der {} Kanäle eines Kopfes, das sich dreht</translation>
    </message>
    <message>
        <source>column &quot;{}&quot; ({}) is left out: {}</source>
        <translation>Spalte &quot;{}&quot; ({}) ist ausgelassen: {}</translation>
    </message>
    <message>
        <source>column &quot;{}&quot; ({}) is read as it is printed</source>
        <translation>Spalte &quot;{}&quot; ({}) wird gelesen, wie sie ausgegeben wird</translation>
    </message>
    <message>
        <source>comparing with the base</source>
        <translation>Vergleich mit der Basis</translation>
    </message>
    <message>
        <source>expected [{}] for {}, found [{}]</source>
        <translation>erwartet [{}] für {}, gefunden [{}]</translation>
    </message>
    <message>
        <source>expected a LoRA adapter, found {}</source>
        <translation>erwartet LoRA-Adapter, gefunden {}</translation>
    </message>
    <message>
        <source>expected a LoRA or SHiRA adapter, found {}</source>
        <translation>erwartet LoRA- oder SHiRA-Adapter, gefunden {}</translation>
    </message>
    <message>
        <source>expected a change of a tensor of the base {}, found another</source>
        <translation>erwartet Änderung eines Tensors der Basis {}, gefunden eine andere</translation>
    </message>
    <message>
        <source>expected a delta file, found an adapter, which is a delta once it is attached to its base</source>
        <translation>erwartet Delta-Datei, gefunden ein Adapter, der zum Delta wird, sobald er auf seine Basis angewandt ist</translation>
    </message>
    <message>
        <source>expected a delta with the factors of an adapter, found one without: it was not trained with train.method=lora, or its base stores several projections as one tensor</source>
        <translation>erwartet Delta mit den Faktoren eines Adapters, gefunden eines ohne: es wurde nicht mit train.method=lora trainiert, oder seine Basis speichert mehrere Projektionen als einen Tensor</translation>
    </message>
    <message>
        <source>expected a factor of {} x {}, found {}</source>
        <translation>erwartet Faktor von {} x {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected a folder of at most {} files</source>
        <translation>Ordner mit höchstens {} Dateien erwartet</translation>
    </message>
    <message>
        <source>expected a list of messages, found nothing</source>
        <translation>erwartet Liste von Nachrichten, gefunden nichts</translation>
    </message>
    <message>
        <source>expected a matrix&apos;s change</source>
        <translation>Änderung einer Matrix erwartet</translation>
    </message>
    <message>
        <source>expected a model as the base, {}, found {}</source>
        <translation>erwartet ein Modell als Basis, {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected a module of the base {}, found one that it does not have</source>
        <translation>erwartet Modul der Basis {}, gefunden eines, das sie nicht hat</translation>
    </message>
    <message>
        <source>expected a name that begins with {}</source>
        <translation>erwartet Name, der mit {} beginnt</translation>
    </message>
    <message>
        <source>expected a number &quot;lora_alpha&quot;, found none</source>
        <translation>erwartet Zahl &quot;lora_alpha&quot;, gefunden keine</translation>
    </message>
    <message>
        <source>expected a number for {} of &quot;alpha_pattern&quot;</source>
        <translation>erwartet Zahl für {} von &quot;alpha_pattern&quot;</translation>
    </message>
    <message>
        <source>expected a part of a LoRA or SHiRA adapter, or a tensor that the base has</source>
        <translation>Teil eines LoRA- oder SHiRA-Adapters erwartet, oder ein Tensor, den die Basis hat</translation>
    </message>
    <message>
        <source>expected a rank of 1 or more</source>
        <translation>Rang von 1 oder mehr erwartet</translation>
    </message>
    <message>
        <source>expected a row of at most {} bytes, found a longer one</source>
        <translation>erwartet Zeile von höchstens {} Byte, gefunden eine längere</translation>
    </message>
    <message>
        <source>expected a scale of queries by their position of 0 or more, and a positive original length, found {} and {}</source>
        <translation>erwartet Skalierung der Abfragen nach ihrer Position von 0 oder mehr und positive ursprüngliche Länge, gefunden {} und {}</translation>
    </message>
    <message>
        <source>expected a scale of the factors, found &quot;{}&quot;</source>
        <translation>erwartet Skalierung der Faktoren, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected a soft cap of 0 (none) or more, found {}</source>
        <translation>erwartet weiche Begrenzung (soft-cap) von 0 (keine) oder mehr, gefunden {}</translation>
    </message>
    <message>
        <source>expected a tensor [{}] as the base&apos;s, found [{}]</source>
        <translation>erwartet Tensor [{}] wie in der Basis, gefunden [{}]</translation>
    </message>
    <message>
        <source>expected a whole {} file, found damage: {}</source>
        <translation>erwartet unversehrte {}-Datei, gefunden Schaden: {}</translation>
    </message>
    <message>
        <source>expected an even number of rotating channels, at most the head width of {}, found {}</source>
        <translation>erwartet gerade Anzahl drehender Kanäle, höchstens die Kopfbreite von {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected at least one message, found none</source>
        <translation>erwartet mindestens eine Nachricht, gefunden keine</translation>
    </message>
    <message>
        <source>expected auto or exact, found &quot;{}&quot;</source>
        <translation>erwartet auto oder exact, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected both matrices of the adapter, found one</source>
        <translation>erwartet beide Matrizen des Adapters, gefunden eine</translation>
    </message>
    <message>
        <source>expected changes, found none: with it every weight is the base&apos;s</source>
        <translation>erwartet Änderungen, gefunden keine: damit ist jedes Gewicht das der Basis</translation>
    </message>
    <message>
        <source>expected columns with texts, numbers, lists or structs, found none that can be read</source>
        <translation>erwartet Spalten mit Texten, Zahlen, Listen oder Strukturen, gefunden keine, die sich lesen lässt</translation>
    </message>
    <message>
        <source>expected files of {} (.jsonl, .json, .csv, .tsv, .txt, .parquet, .arrow), found {}</source>
        <translation>erwartet Dateien für {} (.jsonl, .json, .csv, .tsv, .txt, .parquet, .arrow), gefunden {}</translation>
    </message>
    <message>
        <source>expected finite gradients, found others</source>
        <translation>erwartet endliche Gradienten, gefunden andere</translation>
    </message>
    <message>
        <source>expected finite weights, found others: {} has no place for them</source>
        <translation>erwartet endliche Gewichte, gefunden andere: {} hat keinen Platz für sie</translation>
    </message>
    <message>
        <source>expected items, found none</source>
        <translation>erwartet Einträge, gefunden keine</translation>
    </message>
    <message>
        <source>expected longrope rope scaling with a positive original length, found {}</source>
        <translation>erwartet RoPE-Skalierung longrope mit positiver ursprünglicher Länge, gefunden {}</translation>
    </message>
    <message>
        <source>expected more than 0, found {}</source>
        <translation>erwartet mehr als 0, gefunden {}</translation>
    </message>
    <message>
        <source>expected outcomes of the same {} items, found {}</source>
        <translation>erwartet Ergebnisse derselben {} Fragen, gefunden {}</translation>
    </message>
    <message>
        <source>expected places inside {} x {}</source>
        <translation>erwartet Stellen innerhalb von {} x {}</translation>
    </message>
    <message>
        <source>expected random or pissa, found &quot;{}&quot;</source>
        <translation>erwartet random oder pissa, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected rows as JSONL, JSON, CSV, Parquet, Arrow or plain text, found a {} file</source>
        <translation>erwartet Zeilen als JSONL, JSON, CSV, Parquet, Arrow oder reiner Text, gefunden eine Datei der Art {}</translation>
    </message>
    <message>
        <source>expected rows that this build can read, found a {} file: it was made without Arrow C++</source>
        <translation>erwartet Zeilen, die dieses Programm lesen kann, gefunden eine Datei der Art {}: es wurde ohne Arrow C++ gebaut</translation>
    </message>
    <message>
        <source>expected tensors of an adapter, found none</source>
        <translation>erwartet Tensoren eines Adapters, gefunden keine</translation>
    </message>
    <message>
        <source>expected the base alone, found it with a delta attached</source>
        <translation>erwartet die Basis allein, gefunden die Basis mit angewandtem Delta</translation>
    </message>
    <message>
        <source>expected the movement of {} x {} weights, found {}</source>
        <translation>erwartet Bewegung von {} x {} Gewichten, gefunden {}</translation>
    </message>
    <message>
        <source>expected two factors in fp32 that fit the matrix, found others</source>
        <translation>erwartet zwei Faktoren in fp32, die zur Matrix passen, gefunden andere</translation>
    </message>
    <message>
        <source>expected two factors of every matrix, found {} of {}</source>
        <translation>erwartet zwei Faktoren je Matrix, gefunden {} von {}</translation>
    </message>
    <message>
        <source>expected two matrices whose product is [{}], found others</source>
        <translation>erwartet zwei Matrizen, deren Produkt [{}] ist, gefunden andere</translation>
    </message>
    <message>
        <source>expected values beside the indices, found none</source>
        <translation>erwartet Werte neben den Indizes, gefunden keine</translation>
    </message>
    <message>
        <source>expected whole numbers, found {}</source>
        <translation>erwartet ganze Zahlen, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} to be an even number up to the head width of {}, found {}</source>
        <translation>erwartet {} als gerade Zahl bis zur Kopfbreite von {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} to be an interval of 1 or more, or a list of one truth value for each of {} layers</source>
        <translation>erwartet {} als Abstand von 1 oder mehr, oder als Liste mit einem Wahrheitswert für jede von {} Schichten</translation>
    </message>
    <message>
        <source>expected {} values of {}, found {} of shape [{}]</source>
        <translation>erwartet {} Werte von {}, gefunden {} der Gestalt [{}]</translation>
    </message>
    <message>
        <source>expected {}, found Python&apos;s pickle, which runs code when it is read</source>
        <translation>erwartet {}, gefunden pickle von Python, das beim Lesen Code ausführt</translation>
    </message>
    <message>
        <source>gradients and movement</source>
        <translation>Gradienten und Bewegung</translation>
    </message>
    <message>
        <source>gradients for the selection</source>
        <translation>Gradienten für die Auswahl</translation>
    </message>
    <message>
        <source>held-out loss over {} tokens: {} in memory, {} from the file ({} %)</source>
        <translation>Prüfverlust über {} Token: {} im Speicher, {} aus der Datei ({} %)</translation>
    </message>
    <message>
        <source>held-out questions</source>
        <translation>zurückgehaltenen Fragen</translation>
    </message>
    <message>
        <source>intervals are not read</source>
        <translation>Zeitspannen werden nicht gelesen</translation>
    </message>
    <message>
        <source>it has {}: a model that sees, whose rows of q and k lie in another order</source>
        <translation>es hat {}: ein Modell, das sieht, und dessen Zeilen von q und k anders geordnet sind</translation>
    </message>
    <message>
        <source>it holds bytes, not text</source>
        <translation>sie enthält Bytes, keinen Text</translation>
    </message>
    <message>
        <source>it is nested more than {} deep</source>
        <translation>sie ist mehr als {} Ebenen tief verschachtelt</translation>
    </message>
    <message>
        <source>its element type is not read here: {}</source>
        <translation>sein Elementtyp wird hier nicht gelesen: {}</translation>
    </message>
    <message>
        <source>its text part, of model_type mistral or ministral3</source>
        <translation>den Textteil, mit model_type mistral oder ministral3</translation>
    </message>
    <message>
        <source>merging</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>of matrices of one shape together</source>
        <translation>von Matrizen gleicher Gestalt zusammen</translation>
    </message>
    <message>
        <source>one piece of the {} file takes more than {} GiB of memory: {}</source>
        <translation>ein Stück der {}-Datei braucht mehr als {} GiB Speicher: {}</translation>
    </message>
    <message>
        <source>opening it was cancelled</source>
        <translation>das Öffnen wurde abgebrochen</translation>
    </message>
    <message>
        <source>paired comparison</source>
        <translation>paarweiser Vergleich</translation>
    </message>
    <message>
        <source>questions of the retention probe</source>
        <translation>Fragen der Behaltensprobe</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>the first {} channels of a head turn, by {:g}</source>
        <translation>die ersten {} Kanäle eines Kopfes drehen sich, um {:g}</translation>
    </message>
    <message>
        <source>the folder could not be read: {}</source>
        <translation>der Ordner ließ sich nicht lesen: {}</translation>
    </message>
    <message>
        <source>the key {} of &quot;alpha_pattern&quot; is a regular expression</source>
        <translation>der Schlüssel {} von &quot;alpha_pattern&quot; ist ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>the keys of its maps are no texts</source>
        <translation>die Schlüssel ihrer Zuordnungen sind keine Texte</translation>
    </message>
    <message>
        <source>the largest matrix, {} weights, in fp32, twice; {} tokens in fp32</source>
        <translation>die größte Matrix, {} Gewichte, in fp32, zweimal; {} Token in fp32</translation>
    </message>
    <message>
        <source>the largest matrix, {} weights, in fp64, three times</source>
        <translation>die größte Matrix, {} Gewichte, in fp64, dreimal</translation>
    </message>
    <message>
        <source>the tokenizer&apos;s pattern cannot be searched for in {}: {}</source>
        <translation>das Muster des Tokenizers lässt sich nicht suchen in {}: {}</translation>
    </message>
    <message>
        <source>this form of column is not read</source>
        <translation>diese Art von Spalte wird nicht gelesen</translation>
    </message>
    <message>
        <source>this {} file uses what is not read: {}</source>
        <translation>diese {}-Datei verwendet, was nicht gelesen wird: {}</translation>
    </message>
    <message>
        <source>training rows</source>
        <translation>Trainingszeilen</translation>
    </message>
    <message>
        <source>two divisors for each of {} frequencies, the second beyond {} positions</source>
        <translation>zwei Teiler für jede von {} Frequenzen, der zweite jenseits von {} Positionen</translation>
    </message>
    <message>
        <source>{} ({} matrices)</source>
        <translation>{} ({} Matrizen)</translation>
    </message>
    <message>
        <source>{} and {} more</source>
        <translation>{} und {} weitere</translation>
    </message>
    <message>
        <source>{} became right, {} wrong: better by {:.1f} points ({:+.1f} to {:+.1f}, p = {:.2g})</source>
        <translation>{} wurden richtig, {} falsch: um {:.1f} Punkte besser ({:+.1f} bis {:+.1f}, p = {:.2g})</translation>
    </message>
    <message>
        <source>{} became right, {} wrong: no difference can be seen with {} items ({:+.1f} to {:+.1f} points, p = {:.2g})</source>
        <translation>{} wurden richtig, {} falsch: mit {} Fragen ist kein Unterschied zu sehen ({:+.1f} bis {:+.1f} Punkte, p = {:.2g})</translation>
    </message>
    <message>
        <source>{} became right, {} wrong: worse by {:.1f} points ({:+.1f} to {:+.1f}, p = {:.2g})</source>
        <translation>{} wurden richtig, {} falsch: um {:.1f} Punkte schlechter ({:+.1f} bis {:+.1f}, p = {:.2g})</translation>
    </message>
    <message>
        <source>{} bytes base value for each of {} weights</source>
        <translation>{} Byte Basiswert für jedes von {} Gewichten</translation>
    </message>
    <message>
        <source>{} bytes for each of {} numbers of the adapters</source>
        <translation>{} Byte für jede von {} Zahlen der Adapter</translation>
    </message>
    <message>
        <source>{}.{} is set and decides nothing: the method is {}</source>
        <translation>{}.{} ist gesetzt und entscheidet nichts: das Verfahren ist {}</translation>
    </message>
    <message>
        <source>{} is {}, which is not read here</source>
        <translation>{} ist {}, was hier nicht gelesen wird</translation>
    </message>
    <message>
        <source>{} is {}: the adapter belongs to a base that was changed before training</source>
        <translation>{} ist {}: der Adapter gehört zu einer Basis, die vor dem Training geändert wurde</translation>
    </message>
    <message>
        <source>{} needs singular values that are not the leading ones</source>
        <translation>{} braucht Singulärwerte, die nicht die führenden sind</translation>
    </message>
    <message>
        <source>{} of {} changed weights lie in {} embeddings, norms or biases, which the heat map does not show</source>
        <translation>{} von {} geänderten Gewichten liegen in {} Einbettungen, Normen oder Bias-Vektoren, die die Wärmekarte nicht zeigt</translation>
    </message>
    <message>
        <source>{} of {} {} share 13 words in a row, or all of their words, with a row that trains (question {} and row {}): there the model may remember rather than know</source>
        <translation>{} von {} {} haben 13 Wörter hintereinander oder alle ihre Wörter mit einer Zeile gemeinsam, die trainiert (Frage {} und Zeile {}): dort erinnert sich das Modell vielleicht, statt zu wissen</translation>
    </message>
    <message>
        <source>{} rounds every matrix: the answers may differ. What it costs is in the report when rows are held out</source>
        <translation>{} rundet jede Matrix: die Antworten können sich unterscheiden. Was es kostet, steht im Bericht, wenn Zeilen zurückgehalten sind</translation>
    </message>
    <message>
        <source>{} trained weights: 4 bytes master, 8 bytes moments</source>
        <translation>{} trainierte Gewichte: 4 Byte Hauptkopie, 8 Byte Momente</translation>
    </message>
    <message>
        <source>{}, module {}</source>
        <translation>{}, Modul {}</translation>
    </message>
    <message>
        <source>{}.rope.scaling.type is {}; supported is none, linear, yarn or longrope</source>
        <translation>{}.rope.scaling.type ist {}; unterstützt wird none, linear, yarn oder longrope</translation>
    </message>
    <message>
        <source>{}: files of other parts of the data set are left out: {}</source>
        <translation>{}: Dateien anderer Teile des Datensatzes sind ausgelassen: {}</translation>
    </message>
    <message>
        <source>{}: not rows, left out: {}</source>
        <translation>{}: keine Zeilen, ausgelassen: {}</translation>
    </message>
    <message>
        <source>{}: {} files of rows</source>
        <translation>{}: {} Dateien mit Zeilen</translation>
    </message>
    <message>
        <source>After step {} {:.0f} % of the base&apos;s score on the probe are left, and the bound is {:.0f} %</source>
        <translation>Nach Schritt {} sind {:.0f} % des Ergebnisses der Basis in der Probe übrig, und die Grenze ist {:.0f} %</translation>
    </message>
    <message>
        <source>What the alarm does: tell, stop (the run can go on), or go_back (the run ends in the last evaluated state before the alarm).</source>
        <translation>Was der Alarm tut: tell (melden), stop (der Lauf kann weitergehen) oder go_back (der Lauf endet mit dem letzten ausgewerteten Stand vor dem Alarm).</translation>
    </message>
    <message>
        <source>expected a retention probe (evaluate.probe_file) to measure by, found none</source>
        <translation>erwartet Behaltensprobe (evaluate.probe_file) als Maß, gefunden keine</translation>
    </message>
    <message>
        <source>expected tell, stop or go_back, found &quot;{}&quot;</source>
        <translation>erwartet tell, stop oder go_back, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>{}. No earlier state was within it: the run stops</source>
        <translation>{}. Kein früherer Stand lag innerhalb der Grenze: der Lauf hält an</translation>
    </message>
    <message>
        <source>{}. The run ends in the state after step {}</source>
        <translation>{}. Der Lauf endet mit dem Stand nach Schritt {}</translation>
    </message>
    <message>
        <source>{}: the run stops</source>
        <translation>{}: der Lauf hält an</translation>
    </message>
    <message>
        <source>A duel is decided by held-out rows: name files of them, or a share such as 0.1</source>
        <translation>Ein Duell entscheiden zurückgehaltene Zeilen: Nennen Sie Dateien mit ihnen oder einen Anteil wie 0.1</translation>
    </message>
    <message>
        <source>Each learning rate was chosen by the loss of {:.0f} % of the training rows, set aside, with {} runs for everyone</source>
        <translation>Jede Lernrate wurde nach dem Verlust von {:.0f} % der Trainingszeilen gewählt, die zurückgelegt wurden, mit {} Läufen für jeden</translation>
    </message>
    <message>
        <source>Every method ran at the learning rate {}: none was searched, which favours the one it suits</source>
        <translation>Jedes Verfahren lief mit der Lernrate {}: Gesucht wurde keine, was dasjenige bevorzugt, zu dem sie passt</translation>
    </message>
    <message>
        <source>Exact answers</source>
        <translation>Genaue Antworten</translation>
    </message>
    <message>
        <source>Exact answers: no difference between {} and {} can be seen with {} questions and {} seeds ({:+.1f} points, {:+.1f} to {:+.1f})</source>
        <translation>Genaue Antworten: Zwischen {} und {} ist mit {} Fragen und {} Startwerten kein Unterschied zu sehen ({:+.1f} Punkte, {:+.1f} bis {:+.1f})</translation>
    </message>
    <message>
        <source>Exact answers: {} is better than {} by {:.1f} points ({:.1f} to {:.1f})</source>
        <translation>Genaue Antworten: {} ist besser als {}, um {:.1f} Punkte ({:.1f} bis {:.1f})</translation>
    </message>
    <message>
        <source>Exact answers: {} is worse than {} by {:.1f} points ({:.1f} to {:.1f})</source>
        <translation>Genaue Antworten: {} ist schlechter als {}, um {:.1f} Punkte ({:.1f} bis {:.1f})</translation>
    </message>
    <message>
        <source>Export a Hugging Face folder instead</source>
        <translation>Exportieren Sie stattdessen einen Hugging-Face-Ordner</translation>
    </message>
    <message>
        <source>Export a Hugging Face folder instead, and use it with programs that read one</source>
        <translation>Exportieren Sie stattdessen einen Hugging-Face-Ordner und nutzen Sie ihn mit Programmen, die einen lesen</translation>
    </message>
    <message>
        <source>Files of general rows that are mixed in against forgetting.</source>
        <translation>Dateien mit allgemeinen Zeilen, die gegen das Vergessen untergemischt werden.</translation>
    </message>
    <message>
        <source>For example lift,lora</source>
        <translation>Zum Beispiel lift,lora</translation>
    </message>
    <message>
        <source>Give the new duel another name (--name), or go on with that one (--resume)</source>
        <translation>Geben Sie dem neuen Duell einen anderen Namen (--name) oder setzen Sie jenes fort (--resume)</translation>
    </message>
    <message>
        <source>Held-out loss: no difference between {} and {} can be seen with {} seeds ({:+.4f}, {:+.4f} to {:+.4f})</source>
        <translation>Prüfverlust: Zwischen {} und {} ist mit {} Startwerten kein Unterschied zu sehen ({:+.4f}, {:+.4f} bis {:+.4f})</translation>
    </message>
    <message>
        <source>Held-out loss: {} has {:+.4f} beside {}; one seed can&apos;t show whether that is chance</source>
        <translation>Prüfverlust: {} hat {:+.4f} gegenüber {}; ein Startwert allein zeigt nicht, ob das Zufall ist</translation>
    </message>
    <message>
        <source>Held-out loss: {} is higher than {} by {:.4f} ({:.4f} to {:.4f})</source>
        <translation>Prüfverlust: {} liegt über {}, um {:.4f} ({:.4f} bis {:.4f})</translation>
    </message>
    <message>
        <source>Held-out loss: {} is lower than {} by {:.4f} ({:.4f} to {:.4f})</source>
        <translation>Prüfverlust: {} liegt unter {}, um {:.4f} ({:.4f} bis {:.4f})</translation>
    </message>
    <message>
        <source>Item by item, {} of {} pairs can&apos;t be told apart with these items</source>
        <translation>Aufgabe für Aufgabe sind {} von {} Paaren mit diesen Aufgaben nicht zu unterscheiden</translation>
    </message>
    <message>
        <source>Kept: no difference between {} and {} can be seen with {} seeds ({:+.1f} points, {:+.1f} to {:+.1f})</source>
        <translation>Behalten: Zwischen {} und {} ist mit {} Startwerten kein Unterschied zu sehen ({:+.1f} Punkte, {:+.1f} bis {:+.1f})</translation>
    </message>
    <message>
        <source>Kept: {} has {:+.1f} points beside {}; one seed can&apos;t show whether that is chance</source>
        <translation>Behalten: {} hat {:+.1f} Punkte gegenüber {}; ein Startwert allein zeigt nicht, ob das Zufall ist</translation>
    </message>
    <message>
        <source>Kept: {} keeps {:.1f} points less than {} ({:.1f} to {:.1f})</source>
        <translation>Behalten: {} behält {:.1f} Punkte weniger als {} ({:.1f} bis {:.1f})</translation>
    </message>
    <message>
        <source>Kept: {} keeps {:.1f} points more than {} ({:.1f} to {:.1f})</source>
        <translation>Behalten: {} behält {:.1f} Punkte mehr als {} ({:.1f} bis {:.1f})</translation>
    </message>
    <message>
        <source>Name both, such as data.replay_share=0.2, or neither</source>
        <translation>Nennen Sie beides, etwa data.replay_share=0.2, oder keines</translation>
    </message>
    <message>
        <source>No held-out row was answered: the loss alone decides</source>
        <translation>Keine zurückgehaltene Zeile wurde beantwortet: Der Verlust allein entscheidet</translation>
    </message>
    <message>
        <source>No probe was given: what was kept of the old knowledge was not measured</source>
        <translation>Es wurde keine Behaltensprobe genannt: Was vom alten Wissen blieb, wurde nicht gemessen</translation>
    </message>
    <message>
        <source>One seed: nothing tells chance from a difference, but for exact answers</source>
        <translation>Ein Startwert: Außer bei genauen Antworten trennt nichts den Zufall von einem Unterschied</translation>
    </message>
    <message>
        <source>Questions of the probe</source>
        <translation>Fragen der Behaltensprobe</translation>
    </message>
    <message>
        <source>Share of such rows among those that train, 0 to 0.9; 0: none.</source>
        <translation>Anteil solcher Zeilen an denen, die trainieren, 0 bis 0.9; 0: keine.</translation>
    </message>
    <message>
        <source>Share of the rows that would train, 0 to 0.5, measured in place of the held-out ones: to choose settings by; 0: off.</source>
        <translation>Anteil der Zeilen, die trainieren würden, 0 bis 0.5, der statt der zurückgehaltenen gemessen wird, um Einstellungen zu wählen; 0: aus.</translation>
    </message>
    <message>
        <source>The base is a folder: the file&apos;s keys are made from its config.json and its tokenizer&apos;s files</source>
        <translation>Die Basis ist ein Ordner: Die Schlüssel der Datei entstehen aus seiner config.json und den Dateien seines Tokenizers</translation>
    </message>
    <message>
        <source>The export&apos;s tokenizer gives other tokens than the base&apos;s for {} of {} texts, first for {}: compare before you use it with other programs</source>
        <translation>Der Tokenizer des Exports ergibt für {} von {} Texten andere Token als der der Basis, zuerst für {}: Vergleichen Sie, bevor Sie ihn mit anderen Programmen nutzen</translation>
    </message>
    <message>
        <source>The matrices are written as {}, the vectors as F32</source>
        <translation>Die Matrizen werden als {} geschrieben, die Vektoren als F32</translation>
    </message>
    <message>
        <source>The matrices are written in the type that the base stores them in, the vectors as F32</source>
        <translation>Die Matrizen werden in dem Typ geschrieben, in dem die Basis sie speichert, die Vektoren als F32</translation>
    </message>
    <message>
        <source>The recipe&apos;s limit of {:.0f} s counts for no run: a slower method would make fewer steps</source>
        <translation>Die Grenze des Rezepts von {:.0f} s gilt für keinen Lauf: Ein langsameres Verfahren machte sonst weniger Schritte</translation>
    </message>
    <message>
        <source>evaluate.forget_action counts for no run: a method that forgets more would make fewer steps</source>
        <translation>evaluate.forget_action gilt für keinen Lauf: Ein Verfahren, das mehr vergisst, machte sonst weniger Schritte</translation>
    </message>
    <message>
        <source>expected 0 (as the recipe) or more, found {}</source>
        <translation>erwartet 0 (wie im Rezept) oder mehr, gefunden {}</translation>
    </message>
    <message>
        <source>expected 0 (off) to 0.5, found {}</source>
        <translation>erwartet 0 (aus) bis 0.5, gefunden {}</translation>
    </message>
    <message>
        <source>expected 0 (off) to 0.9, found {}</source>
        <translation>erwartet 0 (aus) bis 0.9, gefunden {}</translation>
    </message>
    <message>
        <source>expected 1 to {}, found {}</source>
        <translation>erwartet 1 bis {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected a duel of format {}, found {}: a newer version wrote it</source>
        <translation>erwartet Duell im Format {}, gefunden {}: Eine neuere Version hat es geschrieben</translation>
    </message>
    <message>
        <source>expected a family that GGUF has a form for</source>
        <translation>erwartet Familie, für die GGUF eine Form hat</translation>
    </message>
    <message>
        <source>expected a method ({}) or a criterion ({}), found &quot;{}&quot;</source>
        <translation>erwartet Verfahren ({}) oder Kriterium ({}), gefunden „{}“</translation>
    </message>
    <message>
        <source>expected a rope scaling that GGUF has a form for, found proportional</source>
        <translation>erwartet Rope-Skalierung, für die GGUF eine Form hat, gefunden proportional</translation>
    </message>
    <message>
        <source>expected a row of the embedding for each of {} tokens, found {}</source>
        <translation>erwartet eine Zeile der Einbettung für jedes von {} Token, gefunden {}</translation>
    </message>
    <message>
        <source>expected a way to cut words that llama.cpp has a name for, found {}</source>
        <translation>erwartet Art, Wörter zu trennen, für die llama.cpp einen Namen hat, gefunden {}</translation>
    </message>
    <message>
        <source>expected at most a first and an end token around a text, found others</source>
        <translation>erwartet höchstens ein Anfangs- und ein Endtoken um einen Text, gefunden andere</translation>
    </message>
    <message>
        <source>expected auto, or numbers such as 1e-4,3e-4; found &quot;{}&quot;</source>
        <translation>erwartet auto oder Zahlen wie 1e-4,3e-4; gefunden „{}“</translation>
    </message>
    <message>
        <source>expected each learning rate once</source>
        <translation>erwartet jede Lernrate einmal</translation>
    </message>
    <message>
        <source>expected each once, found {} twice</source>
        <translation>erwartet jedes einmal, gefunden {} zweimal</translation>
    </message>
    <message>
        <source>expected files of the rows to mix in, found none</source>
        <translation>erwartet Dateien mit den Zeilen, die untergemischt werden, gefunden keine</translation>
    </message>
    <message>
        <source>expected layers that see other tokens as in the configuration: in GGUF this family has no word for the windows of its layers</source>
        <translation>erwartet Schichten, die andere Token sehen wie in der Konfiguration: In GGUF hat diese Familie kein Wort für die Fenster ihrer Schichten</translation>
    </message>
    <message>
        <source>expected merges or scores of pieces, found a unigram model</source>
        <translation>erwartet Zusammenfügungen oder Bewertungen von Stücken, gefunden ein Unigramm-Modell</translation>
    </message>
    <message>
        <source>expected more than 0, at most 0.5, found {}</source>
        <translation>erwartet mehr als 0, höchstens 0.5, gefunden {}</translation>
    </message>
    <message>
        <source>expected pieces for every byte, found a vocabulary without them</source>
        <translation>erwartet Stücke für jedes Byte, gefunden ein Vokabular ohne sie</translation>
    </message>
    <message>
        <source>expected probe:FILE or generate:FILE, found &quot;{}&quot;</source>
        <translation>erwartet probe:DATEI oder generate:DATEI, gefunden „{}“</translation>
    </message>
    <message>
        <source>expected rows that no run trains on, found none</source>
        <translation>erwartet Zeilen, auf denen kein Lauf trainiert, gefunden keine</translation>
    </message>
    <message>
        <source>expected the rotary angles of the configuration, found others in the file</source>
        <translation>erwartet Drehwinkel der Konfiguration, gefunden andere in der Datei</translation>
    </message>
    <message>
        <source>expected the share of them among the rows that train, found 0</source>
        <translation>erwartet ihr Anteil an den Zeilen, die trainieren, gefunden 0</translation>
    </message>
    <message>
        <source>expected two or more to compare, found {}</source>
        <translation>erwartet zwei oder mehr zum Vergleichen, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} to be {}, found {}: in GGUF this family can not say it</source>
        <translation>erwartet {} gleich {}, gefunden {}: In GGUF kann diese Familie das nicht sagen</translation>
    </message>
    <message>
        <source>it has a duel in which {}</source>
        <translation>er enthält ein Duell, in dem {}</translation>
    </message>
    <message>
        <source>it is the folder of something else</source>
        <translation>er ist der Ordner von etwas anderem</translation>
    </message>
    <message>
        <source>llama.cpp does not bring text into a Unicode form first ({}): texts with marks of their own may have other ids there</source>
        <translation>llama.cpp bringt Text nicht vorab in eine Unicode-Form ({}): Texte mit eigenen Zeichenmarken können dort andere Kennungen haben</translation>
    </message>
    <message>
        <source>not drawn: other general rows are mixed in</source>
        <translation>nicht gezogen: Andere allgemeine Zeilen werden untergemischt</translation>
    </message>
    <message>
        <source>read back from the file, tensor by tensor: {} of {} are what was to be written, byte for byte</source>
        <translation>aus der Datei zurückgelesen, Tensor für Tensor: {} von {} sind Byte für Byte, was geschrieben werden sollte</translation>
    </message>
    <message>
        <source>the duel&apos;s folder could not be made: {}</source>
        <translation>der Ordner des Duells konnte nicht angelegt werden: {}</translation>
    </message>
    <message>
        <source>the file&apos;s tokenizer gives the tokens of the folder&apos;s</source>
        <translation>der Tokenizer der Datei ergibt die Token dessen im Ordner</translation>
    </message>
    <message>
        <source>the recipe differs</source>
        <translation>das Rezept ein anderes ist</translation>
    </message>
    <message>
        <source>{} has no final run: at no learning rate did a run come to its end</source>
        <translation>{} hat keinen zählenden Lauf: Bei keiner Lernrate kam ein Lauf zu seinem Ende</translation>
    </message>
    <message>
        <source>{} is {}, not {}</source>
        <translation>{} {} ist, nicht {}</translation>
    </message>
    <message>
        <source>{} of {} general rows are mixed in: {:.0f} % of the rows that train (data.replay_share)</source>
        <translation>{} von {} allgemeinen Zeilen sind untergemischt: {:.0f} % der Zeilen, die trainieren (data.replay_share)</translation>
    </message>
    <message>
        <source>{} rows that would train are set aside, and measured in place of the held-out ones (data.validation_share)</source>
        <translation>{} Zeilen, die trainieren würden, sind zurückgelegt und werden statt der zurückgehaltenen gemessen (data.validation_share)</translation>
    </message>
    <message>
        <source>{} runs are left: the figures are of those that are done</source>
        <translation>{} Läufe stehen aus: Die Zahlen sind von denen, die fertig sind</translation>
    </message>
    <message>
        <source>{}, its tokenizer</source>
        <translation>{}, sein Tokenizer</translation>
    </message>
    <message>
        <source>{}: the rate that it chose, {:g}, is at the end of those it tried: a better one may lie beyond</source>
        <translation>{}: Die gewählte Rate {:g} liegt am Rand der versuchten: Eine bessere kann jenseits liegen</translation>
    </message>
    <message>
        <source>{}: {} is better than {}: right more often on {} items of {}, less often on {} (p = {:.2g})</source>
        <translation>{}: {} ist besser als {}: öfter richtig bei {} Aufgaben von {}, seltener bei {} (p = {:.2g})</translation>
    </message>
    <message>
        <source>{}: {} is right more often on {} items, {} on {}: no difference can be seen with {} items (p = {:.2g})</source>
        <translation>{}: {} ist bei {} Aufgaben öfter richtig, {} bei {}: Mit {} Aufgaben ist kein Unterschied zu sehen (p = {:.2g})</translation>
    </message>
    <message>
        <source>{}; {} were wanted</source>
        <translation>{}; gewünscht waren {}</translation>
    </message>
    <message>
        <source>Check MASTER_ADDR and MASTER_PORT, that the port is free and open, and that every process was started</source>
        <translation>Prüfen Sie MASTER_ADDR und MASTER_PORT, ob der Port frei und offen ist und ob jeder Prozess gestartet wurde</translation>
    </message>
    <message>
        <source>Its own output says why it ended; the run goes on with lift train --resume</source>
        <translation>Seine eigene Ausgabe sagt, warum er endete; der Lauf geht mit lift train --resume weiter</translation>
    </message>
    <message>
        <source>Name its delta</source>
        <translation>Nennen Sie sein Delta</translation>
    </message>
    <message>
        <source>Ranks count from 0</source>
        <translation>Ränge zählen ab 0</translation>
    </message>
    <message>
        <source>Start the processes by torchrun or srun, or unset {} for a run of one process</source>
        <translation>Starten Sie die Prozesse mit torchrun oder srun, oder löschen Sie {} für einen Lauf mit einem Prozess</translation>
    </message>
    <message>
        <source>The gates delta_a and delta_b of its delta nets have {} rows each: they train only where they are named as projections</source>
        <translation>Die Tore delta_a und delta_b seiner Delta-Netze haben je {} Zeilen: Sie trainieren nur, wo sie als Projektionen genannt sind</translation>
    </message>
    <message>
        <source>The processes must run the same program on the same kind of processor</source>
        <translation>Die Prozesse müssen dasselbe Programm auf derselben Art von Prozessor ausführen</translation>
    </message>
    <message>
        <source>Use a model of one of these families: Llama, SmolLM2, SmolLM3, Mistral, Qwen2.5, Qwen3, Gemma 1, 2 and 3, Ministral 3, Granite 3, OLMo 2 and 3, Phi-3, Phi-4, GLM-4, Qwen3.5</source>
        <translation>Nutzen Sie ein Modell einer dieser Familien: Llama, SmolLM2, SmolLM3, Mistral, Qwen2.5, Qwen3, Gemma 1, 2 und 3, Ministral 3, Granite 3, OLMo 2 und 3, Phi-3, Phi-4, GLM-4, Qwen3.5</translation>
    </message>
    <message>
        <source>&quot;{}&quot; and &quot;{}&quot;</source>
        <translation>„{}“ und „{}“</translation>
    </message>
    <message>
        <source>agreement of the processes</source>
        <translation>Einigung der Prozesse</translation>
    </message>
    <message>
        <source>comparing directions</source>
        <translation>Richtungen werden verglichen</translation>
    </message>
    <message>
        <source>expected 1 second or more, found {}</source>
        <translation>erwartet 1 Sekunde oder mehr, gefunden {}</translation>
    </message>
    <message>
        <source>expected 1 to 65535, found {}</source>
        <translation>erwartet 1 bis 65535, gefunden {}</translation>
    </message>
    <message>
        <source>expected a convolution of 1 to 64 tokens, found {}</source>
        <translation>erwartet Faltung über 1 bis 64 Token, gefunden {}</translation>
    </message>
    <message>
        <source>expected a kind for each of {} layers, found {}</source>
        <translation>erwartet eine Art für jede von {} Schichten, gefunden {}</translation>
    </message>
    <message>
        <source>expected a matrix that layer {} has, found {}</source>
        <translation>erwartet Matrix, die Schicht {} hat, gefunden {}</translation>
    </message>
    <message>
        <source>expected a tuned model, found the base alone</source>
        <translation>erwartet abgestimmtes Modell, gefunden die Basis allein</translation>
    </message>
    <message>
        <source>expected a whole number from 0 on, found &quot;{}&quot;</source>
        <translation>erwartet ganze Zahl ab 0, gefunden „{}“</translation>
    </message>
    <message>
        <source>expected all processes to meet at {}:{} within {} s, found not all of them ({})</source>
        <translation>erwartet alle Prozesse bei {}:{} innerhalb von {} s, gefunden nicht alle ({})</translation>
    </message>
    <message>
        <source>expected an error&apos;s parts, found {}</source>
        <translation>erwartet Teile eines Fehlers, gefunden {}</translation>
    </message>
    <message>
        <source>expected every other process at work, found one gone or silent ({})</source>
        <translation>erwartet jeder andere Prozess bei der Arbeit, gefunden einer fort oder stumm ({})</translation>
    </message>
    <message>
        <source>expected gloo, the one that this build has, found {}</source>
        <translation>erwartet gloo, das einzige in diesem Bau, gefunden {}</translation>
    </message>
    <message>
        <source>expected heads and widths of the delta net from 1 to {}, found {}</source>
        <translation>erwartet Köpfe und Breiten des Delta-Netzes von 1 bis {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected it beside {}, found none</source>
        <translation>erwartet neben {}, gefunden keine</translation>
    </message>
    <message>
        <source>expected less than {} = {}, found {}</source>
        <translation>erwartet weniger als {} = {}, gefunden {}</translation>
    </message>
    <message>
        <source>expected step {} with the first process&apos;s gradient, found step {} with another</source>
        <translation>erwartet Schritt {} mit dem Gradienten des ersten Prozesses, gefunden Schritt {} mit einem anderen</translation>
    </message>
    <message>
        <source>expected the first machine&apos;s name, since the job has {} machines, found none</source>
        <translation>erwartet Name der ersten Maschine, da der Auftrag {} Maschinen hat, gefunden keiner</translation>
    </message>
    <message>
        <source>expected the {} value heads of the delta net to be a multiple of its key heads, found {}</source>
        <translation>erwartet die {} Wert-Köpfe des Delta-Netzes als Vielfaches seiner Schlüssel-Köpfe, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} of the first process, {}..., found {}...</source>
        <translation>erwartet {} des ersten Prozesses, {}…, gefunden {}…</translation>
    </message>
    <message>
        <source>export MASTER_ADDR=$(scontrol show hostnames &quot;$SLURM_JOB_NODELIST&quot; | head -n 1)</source>
        <translation>export MASTER_ADDR=$(scontrol show hostnames &quot;$SLURM_JOB_NODELIST&quot; | head -n 1)</translation>
    </message>
    <message>
        <source>gloo sums a GPU&apos;s gradients by the host&apos;s memory</source>
        <translation>gloo summiert die Gradienten einer GPU über den Speicher des Rechners</translation>
    </message>
    <message>
        <source>its text part, of model_type qwen3_5_text</source>
        <translation>sein Textteil, mit model_type qwen3_5_text</translation>
    </message>
    <message>
        <source>one word for each of {} layers</source>
        <translation>ein Wort für jede von {} Schichten</translation>
    </message>
    <message>
        <source>process 1</source>
        <translation>Prozess 1</translation>
    </message>
    <message>
        <source>process {} of {}</source>
        <translation>Prozess {} von {}</translation>
    </message>
    <message>
        <source>projection</source>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>run of the first process</source>
        <translation>Lauf des ersten Prozesses</translation>
    </message>
    <message>
        <source>the masks and the optimizer&apos;s state</source>
        <translation>Masken und Zustand des Optimierers</translation>
    </message>
    <message>
        <source>the model&apos;s tensors and the rows</source>
        <translation>Tensoren des Modells und Zeilen</translation>
    </message>
    <message>
        <source>torchrun and srun set it; unset it for a run of one process</source>
        <translation>torchrun und srun setzen es; löschen Sie es für einen Lauf mit einem Prozess</translation>
    </message>
    <message>
        <source>{} processes trained together; each sent the others {} bytes</source>
        <translation>{} Prozesse trainierten zusammen; jeder sandte den anderen {} Byte</translation>
    </message>
    <message>
        <source>Accept the terms at {}</source>
        <translation>Nehmen Sie die Bedingungen an: {}</translation>
    </message>
    <message>
        <source>Accept the terms at {}. {}</source>
        <translation>Nehmen Sie die Bedingungen an: {}. {}</translation>
    </message>
    <message>
        <source>Check the name, and whether it is a model or a data set (--data)</source>
        <translation>Prüfen Sie den Namen, und ob es ein Modell oder ein Datensatz (--data) ist</translation>
    </message>
    <message>
        <source>Check the name. {}</source>
        <translation>Prüfen Sie den Namen. {}</translation>
    </message>
    <message>
        <source>Choose one with --file, for example --file &quot;{}&quot;</source>
        <translation>Wählen Sie eine mit --file, zum Beispiel --file &quot;{}&quot;</translation>
    </message>
    <message>
        <source>Combine deltas of one base, in one dtype</source>
        <translation>Verbinden Sie Deltas einer Basis, in einem dtype</translation>
    </message>
    <message>
        <source>Delta: only what changed</source>
        <translation>Delta: nur was sich geändert hat</translation>
    </message>
    <message>
        <source>Folder for Ollama: GGUF file and Modelfile</source>
        <translation>Ordner für Ollama: GGUF-Datei und Modelfile</translation>
    </message>
    <message>
        <source>Get it again; if that does not help, the host keeps another file than its list says</source>
        <translation>Holen Sie es noch einmal; hilft das nicht, so hält der Server eine andere Datei, als seine Liste sagt</translation>
    </message>
    <message>
        <source>Get it with: {}</source>
        <translation>Holen Sie es mit: {}</translation>
    </message>
    <message>
        <source>HF_HUB_DISABLE_IMPLICIT_TOKEN is set: no token is used</source>
        <translation>HF_HUB_DISABLE_IMPLICIT_TOKEN ist gesetzt: es wird kein Token benutzt</translation>
    </message>
    <message>
        <source>HF_HUB_DISABLE_SYMLINKS is not followed: what is downloaded is found by links</source>
        <translation>HF_HUB_DISABLE_SYMLINKS wird nicht befolgt: Heruntergeladenes wird über Verweise gefunden</translation>
    </message>
    <message>
        <source>Install Ollama, or write a folder for it with the format &quot;modelfile&quot;</source>
        <translation>Installieren Sie Ollama, oder schreiben Sie mit dem Format &quot;modelfile&quot; einen Ordner dafür</translation>
    </message>
    <message>
        <source>Into LM Studio on this machine</source>
        <translation>In LM Studio auf diesem Rechner</translation>
    </message>
    <message>
        <source>Into Ollama on this machine</source>
        <translation>In Ollama auf diesem Rechner</translation>
    </message>
    <message>
        <source>Is &quot;ollama serve&quot; running?</source>
        <translation>Läuft &quot;ollama serve&quot;?</translation>
    </message>
    <message>
        <source>It asks to wait {} s</source>
        <translation>Er bittet, {} s zu warten</translation>
    </message>
    <message>
        <source>It was removed. Get it again; if that does not help, a proxy or the host changes it</source>
        <translation>Es wurde entfernt. Holen Sie es noch einmal; hilft das nicht, so ändert es ein Proxy oder der Server</translation>
    </message>
    <message>
        <source>Log in with &quot;hf auth login&quot;, or put an access token into HF_TOKEN</source>
        <translation>Melden Sie sich mit &quot;hf auth login&quot; an, oder legen Sie ein Zugangstoken in HF_TOKEN</translation>
    </message>
    <message>
        <source>Make room on that disk, or name a folder on another one as XDG_CACHE_HOME</source>
        <translation>Schaffen Sie auf diesem Datenträger Platz, oder nennen Sie mit XDG_CACHE_HOME einen Ordner auf einem anderen</translation>
    </message>
    <message>
        <source>Name one of them</source>
        <translation>Nennen Sie eines davon</translation>
    </message>
    <message>
        <source>Nothing was downloaded</source>
        <translation>Es wurde nichts heruntergeladen</translation>
    </message>
    <message>
        <source>Only what changed is written, with the passport of its base</source>
        <translation>Nur was sich geändert hat, wird geschrieben, mit dem Pass seiner Basis</translation>
    </message>
    <message>
        <source>See its files with lift hub show --data {}</source>
        <translation>Seine Dateien zeigt lift hub show --data {}</translation>
    </message>
    <message>
        <source>See its files with lift hub show {}</source>
        <translation>Seine Dateien zeigt lift hub show {}</translation>
    </message>
    <message>
        <source>See its files with lift hub show {}, and whether it is a data set (--data)</source>
        <translation>Sehen Sie mit lift hub show {} nach seinen Dateien, und ob es ein Datensatz (--data) ist</translation>
    </message>
    <message>
        <source>See what there is with lift hub show --data {}, and get it with --file</source>
        <translation>Sehen Sie mit lift hub show --data {} nach, was es gibt, und holen Sie es mit --file</translation>
    </message>
    <message>
        <source>See {}</source>
        <translation>Siehe {}</translation>
    </message>
    <message>
        <source>Start LM Studio once, or write a file with the format &quot;gguf&quot;</source>
        <translation>Starten Sie LM Studio einmal, oder schreiben Sie eine Datei mit dem Format &quot;gguf&quot;</translation>
    </message>
    <message>
        <source>The Modelfile has no template: the model&apos;s can&apos;t be written as Ollama&apos;s. Ollama looks for one that it knows and that is like it; see with &quot;ollama show NAME --template&quot; whether it is right</source>
        <translation>Das Modelfile hat keine Vorlage: die des Modells lässt sich nicht als eine von Ollama schreiben. Ollama sucht eine, die es kennt und die ihr gleicht; sehen Sie mit &quot;ollama show NAME --template&quot; nach, ob sie stimmt</translation>
    </message>
    <message>
        <source>The Modelfile&apos;s template writes conversations as the model&apos;s chat template does; tools and the thinking of earlier turns are not in it</source>
        <translation>Die Vorlage des Modelfiles schreibt Gespräche so wie die Chatvorlage des Modells; Werkzeuge und das Nachdenken früherer Antworten stehen nicht darin</translation>
    </message>
    <message>
        <source>The disk is full. Free some space and get it again: what has come is kept</source>
        <translation>Der Datenträger ist voll. Schaffen Sie Platz und holen Sie es noch einmal: was angekommen ist, bleibt</translation>
    </message>
    <message>
        <source>The model has no chat template: the Modelfile&apos;s writes conversations in the form {}, as training does</source>
        <translation>Das Modell hat keine Chatvorlage: die des Modelfiles schreibt Gespräche in der Form {}, wie das Training</translation>
    </message>
    <message>
        <source>The report could not be written: {}</source>
        <translation>Der Bericht konnte nicht geschrieben werden: {}</translation>
    </message>
    <message>
        <source>The tokens are not kept, the next start makes them again: {}</source>
        <translation>Die Token werden nicht aufbewahrt, der nächste Start macht sie neu: {}</translation>
    </message>
    <message>
        <source>The tokens kept of an earlier start cannot be used and were made again: {}</source>
        <translation>Die aufbewahrten Token eines früheren Starts sind nicht brauchbar und wurden neu gemacht: {}</translation>
    </message>
    <message>
        <source>The tokens of these rows are kept for the next start in {}; lift cache --empty removes them</source>
        <translation>Die Token dieser Zeilen werden für den nächsten Start in {} aufbewahrt; lift cache --empty entfernt sie</translation>
    </message>
    <message>
        <source>This report is in {}</source>
        <translation>Dieser Bericht liegt in {}</translation>
    </message>
    <message>
        <source>Try again later</source>
        <translation>Versuchen Sie es später noch einmal</translation>
    </message>
    <message>
        <source>Unset it, or use what lift hub list shows</source>
        <translation>Löschen Sie die Variable, oder nehmen Sie, was lift hub list zeigt</translation>
    </message>
    <message>
        <source>asking the hub about {}</source>
        <translation>der Hub wird nach {} gefragt</translation>
    </message>
    <message>
        <source>checking what is there of {}</source>
        <translation>was von {} da ist, wird geprüft</translation>
    </message>
    <message>
        <source>copy it again from the settings of your account</source>
        <translation>kopieren Sie es noch einmal aus den Einstellungen Ihres Kontos</translation>
    </message>
    <message>
        <source>could not empty the file</source>
        <translation>die Datei konnte nicht geleert werden</translation>
    </message>
    <message>
        <source>could not give the downloaded file its name</source>
        <translation>die heruntergeladene Datei konnte ihren Namen nicht bekommen</translation>
    </message>
    <message>
        <source>could not keep rows on disk</source>
        <translation>Zeilen konnten nicht auf dem Datenträger aufbewahrt werden</translation>
    </message>
    <message>
        <source>could not lock the file</source>
        <translation>die Datei konnte nicht gesperrt werden</translation>
    </message>
    <message>
        <source>could not make a folder for rows</source>
        <translation>für Zeilen konnte kein Ordner angelegt werden</translation>
    </message>
    <message>
        <source>could not make a symbolic link, which the Hugging Face cache is made of</source>
        <translation>ein symbolischer Verweis, woraus der Cache von Hugging Face besteht, konnte nicht angelegt werden</translation>
    </message>
    <message>
        <source>could not make the folder</source>
        <translation>der Ordner konnte nicht angelegt werden</translation>
    </message>
    <message>
        <source>could not open a pipe</source>
        <translation>eine Pipe konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>could not read the part of an earlier download</source>
        <translation>der Teil eines früheren Downloads konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>could not remove kept rows</source>
        <translation>aufbewahrte Zeilen konnten nicht entfernt werden</translation>
    </message>
    <message>
        <source>could not start the program</source>
        <translation>das Programm konnte nicht gestartet werden</translation>
    </message>
    <message>
        <source>could not write byte {} of {}</source>
        <translation>Byte {} von {} konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>could not write the file</source>
        <translation>die Datei konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>could not write {} bytes of tokens</source>
        <translation>{} Bytes Token konnten nicht geschrieben werden</translation>
    </message>
    <message>
        <source>deltas</source>
        <translation>Deltas</translation>
    </message>
    <message>
        <source>downloading {}</source>
        <translation>{} wird heruntergeladen</translation>
    </message>
    <message>
        <source>ended on request</source>
        <translation>auf Wunsch beendet</translation>
    </message>
    <message>
        <source>expected 1 to {} letters, digits, dots, hyphens and underscores, found &quot;{}&quot;</source>
        <translation>erwartet 1 bis {} Buchstaben, Ziffern, Punkte, Bindestriche und Unterstriche, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected 1: {} leaves nothing out</source>
        <translation>erwartet 1: {} lässt nichts aus</translation>
    </message>
    <message>
        <source>expected JSONL, JSON, CSV, Parquet, Arrow or text files, found none among its {} files</source>
        <translation>erwartet JSONL-, JSON-, CSV-, Parquet-, Arrow- oder Textdateien, unter seinen {} Dateien keine gefunden</translation>
    </message>
    <message>
        <source>expected LM Studio&apos;s folder, found none</source>
        <translation>erwartet LM Studios Ordner, keinen gefunden</translation>
    </message>
    <message>
        <source>expected a branch, a tag or a commit of {}</source>
        <translation>erwartet Zweig, Tag oder Commit von {}</translation>
    </message>
    <message>
        <source>expected a commit of 40 hexadecimal digits in the reply, found {}</source>
        <translation>erwartet in der Antwort ein Commit aus 40 Hexadezimalziffern, gefunden {}</translation>
    </message>
    <message>
        <source>expected a delta attached to the model, found none</source>
        <translation>erwartet ein Delta am Modell, keines gefunden</translation>
    </message>
    <message>
        <source>expected a delta of the open base, found one whose base has another tensor {}</source>
        <translation>erwartet ein Delta der offenen Basis, gefunden eines, dessen Basis einen anderen Tensor {} hat</translation>
    </message>
    <message>
        <source>expected a list of files, found {}</source>
        <translation>erwartet eine Liste von Dateien, gefunden {}</translation>
    </message>
    <message>
        <source>expected a list of what was found, found {}</source>
        <translation>erwartet eine Liste der Funde, gefunden {}</translation>
    </message>
    <message>
        <source>expected a name on the hub such as HuggingFaceTB/SmolLM2-135M-Instruct</source>
        <translation>erwartet ein Name auf dem Hub wie HuggingFaceTB/SmolLM2-135M-Instruct</translation>
    </message>
    <message>
        <source>expected a new model, found one of this name</source>
        <translation>erwartet ein neues Modell, gefunden eines dieses Namens</translation>
    </message>
    <message>
        <source>expected a share above 0 and up to 1, found {}</source>
        <translation>erwartet ein Anteil über 0 und bis 1, gefunden {}</translation>
    </message>
    <message>
        <source>expected a size and a checksum of {}, found {} and {}</source>
        <translation>erwartet Größe und Prüfsumme von {}, gefunden {} und {}</translation>
    </message>
    <message>
        <source>expected an address such as https://huggingface.co, found &quot;{}&quot;</source>
        <translation>erwartet eine Adresse wie https://huggingface.co, gefunden &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected an address that begins with https://</source>
        <translation>erwartet eine Adresse, die mit https:// beginnt</translation>
    </message>
    <message>
        <source>expected each file once and none that is a folder too, found {}</source>
        <translation>erwartet jede Datei einmal und keine, die auch Ordner ist, gefunden {}</translation>
    </message>
    <message>
        <source>expected finite numbers</source>
        <translation>erwartet endliche Zahlen</translation>
    </message>
    <message>
        <source>expected it to succeed, it ended with {} and said: {}</source>
        <translation>erwartet Erfolg, es endete mit {} und sagte: {}</translation>
    </message>
    <message>
        <source>expected names of files inside the repository, found {}</source>
        <translation>erwartet Namen von Dateien innerhalb des Repositorys, gefunden {}</translation>
    </message>
    <message>
        <source>expected no bias of the attention&apos;s output, which llama.cpp reads in other families only</source>
        <translation>erwartet kein Bias am Ausgang der Attention, das llama.cpp nur in anderen Familien liest</translation>
    </message>
    <message>
        <source>expected one for each of {} deltas, found {}</source>
        <translation>erwartet eines für jedes von {} Deltas, gefunden {}</translation>
    </message>
    <message>
        <source>expected one or more, found none</source>
        <translation>erwartet eines oder mehr, keines gefunden</translation>
    </message>
    <message>
        <source>expected safetensors or GGUF files, found none among its {} files</source>
        <translation>erwartet Safetensors- oder GGUF-Dateien, unter seinen {} Dateien keine gefunden</translation>
    </message>
    <message>
        <source>expected the array as it was written, found another</source>
        <translation>erwartet die Reihe, wie sie geschrieben wurde, gefunden eine andere</translation>
    </message>
    <message>
        <source>expected the program in PATH, found none</source>
        <translation>erwartet das Programm in PATH, keines gefunden</translation>
    </message>
    <message>
        <source>expected the row that was there, found none</source>
        <translation>erwartet die Zeile, die da war, keine gefunden</translation>
    </message>
    <message>
        <source>expected {} bytes, as the hub&apos;s list says, found more</source>
        <translation>erwartet {} Bytes, wie die Liste des Hubs sagt, gefunden mehr</translation>
    </message>
    <message>
        <source>expected {} bytes, as the hub&apos;s list says, found {}</source>
        <translation>erwartet {} Bytes, wie die Liste des Hubs sagt, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} bytes, as the hub&apos;s list says, the host announces {}</source>
        <translation>erwartet {} Bytes, wie die Liste des Hubs sagt, der Server kündigt {} an</translation>
    </message>
    <message>
        <source>expected {} of {} blocks to be fewer than all, found {}</source>
        <translation>erwartet {} von {} Blöcken, also weniger als alle, gefunden {}</translation>
    </message>
    <message>
        <source>expected {} or {} to tell of {} layers which have no attention</source>
        <translation>erwartet {} oder {}, um von {} Schichten zu sagen, welche keine Attention haben</translation>
    </message>
    <message>
        <source>expected {} to be a multiple of {}, found {} and {}</source>
        <translation>erwartet {} als Vielfaches von {}, gefunden {} und {}</translation>
    </message>
    <message>
        <source>handing over to Ollama</source>
        <translation>wird an Ollama übergeben</translation>
    </message>
    <message>
        <source>it has more than {} files</source>
        <translation>es hat mehr als {} Dateien</translation>
    </message>
    <message>
        <source>it has no branch, tag or commit &quot;{}&quot;</source>
        <translation>es hat keinen Zweig, kein Tag und kein Commit &quot;{}&quot;</translation>
    </message>
    <message>
        <source>it has several GGUF files: {}</source>
        <translation>es hat mehrere GGUF-Dateien: {}</translation>
    </message>
    <message>
        <source>it is gated or private, and the account of the token from {} may not read it: {}</source>
        <translation>es ist beschränkt oder privat, und das Konto des Tokens aus {} darf es nicht lesen: {}</translation>
    </message>
    <message>
        <source>it is gated: its owner gives it to those who accept the terms</source>
        <translation>es ist beschränkt: sein Besitzer gibt es denen, die die Bedingungen annehmen</translation>
    </message>
    <message>
        <source>it leads from one address to the next more than {} times</source>
        <translation>es führt mehr als {}-mal von einer Adresse zur nächsten</translation>
    </message>
    <message>
        <source>it leads to an address without encryption, which is not followed</source>
        <translation>es führt zu einer Adresse ohne Verschlüsselung, der nicht gefolgt wird</translation>
    </message>
    <message>
        <source>it writes more than texts around the turns of a conversation</source>
        <translation>sie schreibt mehr als Texte um die Beiträge eines Gesprächs</translation>
    </message>
    <message>
        <source>its certificate is not trusted: {}</source>
        <translation>seinem Zertifikat wird nicht vertraut: {}</translation>
    </message>
    <message>
        <source>keeping the tokens</source>
        <translation>Token werden aufbewahrt</translation>
    </message>
    <message>
        <source>kept rows</source>
        <translation>aufbewahrte Zeilen</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>llama.cpp does not keep to this model&apos;s window of {} tokens: longer texts are read otherwise there</source>
        <translation>llama.cpp hält sich nicht an das Fenster dieses Modells von {} Token: längere Texte werden dort anders gelesen</translation>
    </message>
    <message>
        <source>looking for {}</source>
        <translation>{} wird gesucht</translation>
    </message>
    <message>
        <source>looking where the deltas meet</source>
        <translation>es wird geprüft, wo sich die Deltas treffen</translation>
    </message>
    <message>
        <source>looking whether the rows are known</source>
        <translation>es wird geprüft, ob die Zeilen bekannt sind</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>no answer in time: {}</source>
        <translation>keine Antwort in der Zeit: {}</translation>
    </message>
    <message>
        <source>no connection: {}</source>
        <translation>keine Verbindung: {}</translation>
    </message>
    <message>
        <source>no token: {}</source>
        <translation>kein Token: {}</translation>
    </message>
    <message>
        <source>read back from the file: it is not what is attached</source>
        <translation>aus der Datei zurückgelesen: es ist nicht, was am Modell hängt</translation>
    </message>
    <message>
        <source>read back from the file: the same {} entries, bit for bit</source>
        <translation>aus der Datei zurückgelesen: dieselben {} Einträge, Bit für Bit</translation>
    </message>
    <message>
        <source>reading the list of files</source>
        <translation>die Liste der Dateien wird gelesen</translation>
    </message>
    <message>
        <source>searching the hub</source>
        <translation>der Hub wird durchsucht</translation>
    </message>
    <message>
        <source>stopped while another program held it</source>
        <translation>angehalten, während ein anderes Programm es hielt</translation>
    </message>
    <message>
        <source>stopped while it was checked</source>
        <translation>angehalten, während es geprüft wurde</translation>
    </message>
    <message>
        <source>stopped while it was read</source>
        <translation>angehalten, während es gelesen wurde</translation>
    </message>
    <message>
        <source>stopped while it was waited for</source>
        <translation>angehalten, während darauf gewartet wurde</translation>
    </message>
    <message>
        <source>the cache has several GGUF files of it: {}</source>
        <translation>der Cache hat davon mehrere GGUF-Dateien: {}</translation>
    </message>
    <message>
        <source>the cache has {}, but not {} of it</source>
        <translation>der Cache hat {}, aber nicht {} davon</translation>
    </message>
    <message>
        <source>the connection broke off: trying again in {} s</source>
        <translation>die Verbindung brach ab: neuer Versuch in {} s</translation>
    </message>
    <message>
        <source>the connection ended before the reply did</source>
        <translation>die Verbindung endete vor der Antwort</translation>
    </message>
    <message>
        <source>the connection ended before the reply did: {}</source>
        <translation>die Verbindung endete vor der Antwort: {}</translation>
    </message>
    <message>
        <source>the connection failed: {}</source>
        <translation>die Verbindung schlug fehl: {}</translation>
    </message>
    <message>
        <source>the data set</source>
        <translation>der Datensatz</translation>
    </message>
    <message>
        <source>the file is not in this revision</source>
        <translation>die Datei ist nicht in dieser Revision</translation>
    </message>
    <message>
        <source>the name is not known here: is this machine online?</source>
        <translation>der Name ist hier nicht bekannt: ist dieser Rechner am Netz?</translation>
    </message>
    <message>
        <source>the proxy&apos;s name is not known here: {}</source>
        <translation>der Name des Proxys ist hier nicht bekannt: {}</translation>
    </message>
    <message>
        <source>the reply is longer than {} bytes</source>
        <translation>die Antwort ist länger als {} Bytes</translation>
    </message>
    <message>
        <source>the reply of {}</source>
        <translation>die Antwort von {}</translation>
    </message>
    <message>
        <source>the search</source>
        <translation>die Suche</translation>
    </message>
    <message>
        <source>the token contains a blank or a letter outside of ASCII</source>
        <translation>das Token enthält ein Leerzeichen oder ein Zeichen außerhalb von ASCII</translation>
    </message>
    <message>
        <source>there is no file or folder of this name, and no such data set in the Hugging Face cache ({})</source>
        <translation>es gibt keine Datei und keinen Ordner dieses Namens, und keinen solchen Datensatz im Cache von Hugging Face ({})</translation>
    </message>
    <message>
        <source>there is no file or folder of this name, and no such model in the Hugging Face cache ({})</source>
        <translation>es gibt keine Datei und keinen Ordner dieses Namens, und kein solches Modell im Cache von Hugging Face ({})</translation>
    </message>
    <message>
        <source>waiting for another program that downloads {}</source>
        <translation>es wird auf ein anderes Programm gewartet, das {} herunterlädt</translation>
    </message>
    <message>
        <source>what came has another checksum than the hub&apos;s list says ({})</source>
        <translation>was ankam, hat eine andere Prüfsumme, als die Liste des Hubs sagt ({})</translation>
    </message>
    <message>
        <source>{} answered {}: {}</source>
        <translation>{} antwortete {}: {}</translation>
    </message>
    <message>
        <source>{} asks for a token</source>
        <translation>{} verlangt ein Token</translation>
    </message>
    <message>
        <source>{} asks to wait {} s</source>
        <translation>{} bittet, {} s zu warten</translation>
    </message>
    <message>
        <source>{} does not accept the token from {}: {}</source>
        <translation>{} nimmt das Token aus {} nicht an: {}</translation>
    </message>
    <message>
        <source>{} does not exist on {}</source>
        <translation>{} gibt es auf {} nicht</translation>
    </message>
    <message>
        <source>{} does not exist, or is private or gated: {} does not show which to somebody without a token</source>
        <translation>{} gibt es nicht, oder es ist privat oder beschränkt: {} zeigt ohne Token nicht, welches von beiden</translation>
    </message>
    <message>
        <source>{} has no such file</source>
        <translation>{} hat keine solche Datei</translation>
    </message>
    <message>
        <source>{} is not encrypted: the token from {} is not sent to it</source>
        <translation>{} ist nicht verschlüsselt: das Token aus {} wird nicht dorthin gesandt</translation>
    </message>
    <message>
        <source>{} is set: no connection is made</source>
        <translation>{} ist gesetzt: es wird keine Verbindung aufgenommen</translation>
    </message>
    <message>
        <source>{} of {} bytes of {} are kept: get it again to go on</source>
        <translation>{} von {} Bytes von {} sind da: holen Sie es noch einmal, um fortzufahren</translation>
    </message>
    <message>
        <source>{} of {} deltas</source>
        <translation>{} von {} Deltas</translation>
    </message>
    <message>
        <source>{} refuses further requests for now</source>
        <translation>{} lehnt im Augenblick weitere Anfragen ab</translation>
    </message>
    <message>
        <source>{}: the part that an earlier download left was wrong, all of it is asked for again</source>
        <translation>{}: der Teil eines früheren Downloads war falsch, alles wird noch einmal verlangt</translation>
    </message>
    <message>
        <source>expected criteria that look at weights alone, found {}, which needs a run</source>
        <translation>erwartet Kriterien, die nur Gewichte ansehen, gefunden {}, das einen Lauf braucht</translation>
    </message>
    <message>
        <source>expected finite numbers of 0 or more, found {}</source>
        <translation>erwartet endliche Zahlen ab 0, gefunden {}</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>noise on what {} chooses</source>
        <translation>Rauschen auf dem, was {} wählt</translation>
    </message>
</context>
<context>
    <name>ui::AnswersCard</name>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Tuned</source>
        <translation>Abgestimmt</translation>
    </message>
    <message>
        <source>Held-out rows, answered</source>
        <translation>Zurückgehaltene Zeilen, beantwortet</translation>
    </message>
    <message>
        <source>Rows shown</source>
        <translation>Gezeigte Zeilen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>Exactly right, base → tuned</source>
        <translation>Genau richtig, Basis → abgestimmt</translation>
    </message>
    <message>
        <source>Valid JSON, base → tuned</source>
        <translation>Gültiges JSON, Basis → abgestimmt</translation>
    </message>
    <message>
        <source>Held-out rows with expected and given answers</source>
        <translation>Zurückgehaltene Zeilen mit erwarteten und gegebenen Antworten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ui::Banner</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Fewer details</source>
        <translation>Weniger Einzelheiten</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>ui::ChatPanel</name>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Ask both models the same question</source>
        <translation>Beiden Modellen dieselbe Frage stellen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>With the delta</source>
        <translation>Mit dem Delta</translation>
    </message>
    <message>
        <source>Answer of the base model</source>
        <translation>Antwort des Basismodells</translation>
    </message>
    <message>
        <source>Answer with the delta</source>
        <translation>Antwort mit dem Delta</translation>
    </message>
    <message>
        <source>Strength of the delta</source>
        <translation>Stärke des Deltas</translation>
    </message>
    <message>
        <source>0: the base, exactly. 1: as trained, exactly.</source>
        <translation>0: genau die Basis. 1: genau wie trainiert.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>0: always the likeliest word</source>
        <translation>0: immer das wahrscheinlichste Wort</translation>
    </message>
    <message>
        <source>No delta is applied. Train one, or open one on the Runs page.</source>
        <translation>Es ist kein Delta angewandt. Trainieren Sie eines oder öffnen Sie eines auf der Seite Läufe.</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>Ein Lauf ist im Gange</translation>
    </message>
    <message>
        <source>Open a model first</source>
        <translation>Zuerst ein Modell öffnen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>Answering with the delta</source>
        <translation>Antwort mit dem Delta</translation>
    </message>
    <message>
        <source>Answering with the base</source>
        <translation>Antwort der Basis</translation>
    </message>
    <message>
        <source>Both answers are the same.</source>
        <translation>Beide Antworten sind gleich.</translation>
    </message>
    <message numerus="yes">
        <source>The answers part after %n character(s).</source>
        <translation>
            <numerusform>Die Antworten trennen sich nach %n Zeichen.</numerusform>
            <numerusform>Die Antworten trennen sich nach %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model as it was answers here.</source>
        <translation>Hier antwortet das Modell, wie es war.</translation>
    </message>
    <message>
        <source>The model with what it learned answers here.</source>
        <translation>Hier antwortet das Modell mit dem, was es gelernt hat.</translation>
    </message>
    <message>
        <source>The answers differ from the first letter.</source>
        <translation>Die Antworten unterscheiden sich vom ersten Buchstaben an.</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>temperature %1</source>
        <translation>Temperatur %1</translation>
    </message>
    <message>
        <source>“%1” to the base model, %2</source>
        <translation>„%1“ an das Basismodell, %2</translation>
    </message>
    <message>
        <source>“%1” with %2, strength %3, %4</source>
        <translation>„%1“ mit %2, Stärke %3, %4</translation>
    </message>
    <message numerus="yes">
        <source>%1
%n token(s), %2 per second</source>
        <translation>
            <numerusform>%1
%n Token, %2 je Sekunde</numerusform>
            <numerusform>%1
%n Token, %2 je Sekunde</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ColumnPanel</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Which column is asked, and which is the answer? Filled in by what the columns are called and what is in them. Change what is wrong.</source>
        <translation>Welche Spalte ist die Frage und welche die Antwort? Ausgefüllt nach den Namen der Spalten und dem, was darin steht. Ändern Sie, was nicht stimmt.</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>found by column names</source>
        <translation>aus den Spaltennamen erkannt</translation>
    </message>
    <message>
        <source>question, answer</source>
        <translation>Frage, Antwort</translation>
    </message>
    <message>
        <source>prompt, completion</source>
        <translation>Prompt, Fortsetzung</translation>
    </message>
    <message>
        <source>instruction, input, output</source>
        <translation>Anweisung, Eingabe, Ausgabe</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Use these columns</source>
        <translation>Diese Spalten verwenden</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Prompt form</source>
        <translation>Form des Prompts</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>die des Modells</translation>
    </message>
    <message>
        <source>chat template</source>
        <translation>Chatvorlage</translation>
    </message>
    <message>
        <source>Alpaca</source>
        <translation>Alpaca</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>reiner Text</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 (not in the files)</source>
        <translation>%1 (nicht in den Dateien)</translation>
    </message>
</context>
<context>
    <name>ui::DataPage</name>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>truncated</source>
        <translation>gekürzt</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>What the model learns from, and what it is asked to see whether it learned or forgot.</source>
        <translation>Woraus das Modell lernt, und was es gefragt wird, um zu sehen, ob es gelernt oder vergessen hat.</translation>
    </message>
    <message>
        <source>Rows become tokens by the model&apos;s own vocabulary. Then you see each row as the model does, and which tokens train.</source>
        <translation>Zeilen werden erst mit dem Vokabular des Modells zu Token. Dann sehen Sie jede Zeile, wie das Modell sie sieht, und welche Token trainieren.</translation>
    </message>
    <message>
        <source>New here? Use the demo data</source>
        <translation>Neu hier? Nehmen Sie die Demodaten</translation>
    </message>
    <message>
        <source>Use the demo data</source>
        <translation>Demodaten verwenden</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Drop files of rows here: JSONL, CSV, Parquet, text, ...</source>
        <translation>Dateien mit Zeilen hierher ziehen: JSONL, CSV, Parquet, Text, …</translation>
    </message>
    <message>
        <source>question and answer, prompt and completion, instruction and output, or messages</source>
        <translation>Frage und Antwort, Prompt und Fortsetzung, Anweisung und Ausgabe oder Nachrichten</translation>
    </message>
    <message>
        <source>A row as the model sees it</source>
        <translation>Eine Zeile, wie das Modell sie sieht</translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation>Längen</translation>
    </message>
    <message>
        <source>Rows by length in tokens</source>
        <translation>Zeilen nach Länge in Token</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Longer rows are</source>
        <translation>Längere Zeilen werden</translation>
    </message>
    <message>
        <source>Longer rows</source>
        <translation>Längere Zeilen</translation>
    </message>
    <message>
        <source>cut at the end</source>
        <translation>am Ende gekürzt</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>What trains, what is asked</source>
        <translation>Was trainiert, was gefragt wird</translation>
    </message>
    <message>
        <source>Rows that train</source>
        <translation>Zeilen, die trainieren</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Responses end in</source>
        <translation>Antworten enden mit</translation>
    </message>
    <message>
        <source>Rows that were cut or left out</source>
        <translation>Zeilen, die gekürzt oder ausgelassen wurden</translation>
    </message>
    <message>
        <source>Held out for evaluation</source>
        <translation>Für die Auswertung zurückgehalten</translation>
    </message>
    <message>
        <source>Held-out rows</source>
        <translation>Zurückgehaltene Zeilen</translation>
    </message>
    <message>
        <source>Retention probe</source>
        <translation>Behaltensprobe</translation>
    </message>
    <message>
        <source>Choose training data</source>
        <translation>Trainingsdaten wählen</translation>
    </message>
    <message>
        <source>The demo data is not installed</source>
        <translation>Die Demodaten sind nicht installiert</translation>
    </message>
    <message>
        <source>Choose files of your own below.</source>
        <translation>Wählen Sie unten eigene Dateien.</translation>
    </message>
    <message>
        <source>Choose a retention probe</source>
        <translation>Eine Behaltensprobe wählen</translation>
    </message>
    <message>
        <source>Choice questions (*.json *.jsonl)</source>
        <translation>Auswahlfragen (*.json *.jsonl)</translation>
    </message>
    <message>
        <source>none: forgetting is not watched</source>
        <translation>keine: Vergessen wird nicht beobachtet</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> von %1</translation>
    </message>
    <message>
        <source>Reading a row</source>
        <translation>Eine Zeile wird gelesen</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>In colour: what trains. Struck through: cut off.</source>
        <translation>In Farbe: was trainiert. Durchgestrichen: abgeschnitten.</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>wählen…</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>Short booking messages that become JSON, 120 more that are held out and answered before and after, and science questions that show what is forgotten.</source>
        <translation>Kurze Buchungsnachrichten, aus denen JSON wird, 120 weitere, die zurückgehalten und vorher und nachher beantwortet werden, und naturkundliche Fragen, die zeigen, was vergessen wird.</translation>
    </message>
    <message>
        <source>take all away</source>
        <translation>alle entfernen</translation>
    </message>
    <message>
        <source>The rows and all that belongs to them: held-out rows, probe, columns, lengths</source>
        <translation>Die Zeilen und alles, was dazugehört: zurückgehaltene Zeilen, Probe, Spalten, Längen</translation>
    </message>
    <message>
        <source>Take the rows away</source>
        <translation>Die Zeilen entfernen</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Cut rows after, in tokens</source>
        <translation>Zeilen kürzen nach, in Token</translation>
    </message>
    <message>
        <source>Of these cut</source>
        <translation>Davon gekürzt</translation>
    </message>
    <message>
        <source>Their tokens</source>
        <translation>Ihre Token</translation>
    </message>
    <message>
        <source>Tokens that train</source>
        <translation>Token, die trainieren</translation>
    </message>
    <message>
        <source>Longest row</source>
        <translation>Längste Zeile</translation>
    </message>
    <message>
        <source>from a file…</source>
        <translation>aus einer Datei…</translation>
    </message>
    <message>
        <source>Choose a file of held-out rows</source>
        <translation>Eine Datei mit zurückgehaltenen Zeilen wählen</translation>
    </message>
    <message>
        <source>use the shipped one</source>
        <translation>die mitgelieferte verwenden</translation>
    </message>
    <message>
        <source>100 science questions for school children (ARC-easy)</source>
        <translation>100 naturkundliche Fragen für Schulkinder (ARC-easy)</translation>
    </message>
    <message>
        <source>Choose held-out rows</source>
        <translation>Zurückgehaltene Zeilen wählen</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>cut here</source>
        <translation>hier gekürzt</translation>
    </message>
    <message>
        <source>left out above</source>
        <translation>darüber ausgelassen</translation>
    </message>
    <message>
        <source>Rows (*.jsonl *.json *.csv *.tsv *.parquet *.arrow *.txt *.gz *.zst);;All files (*)</source>
        <translation>Zeilen (*.jsonl *.json *.csv *.tsv *.parquet *.arrow *.txt *.gz *.zst);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>from Hugging Face…</source>
        <translation>von Hugging Face …</translation>
    </message>
    <message>
        <source>These are the first %1 rows. All of them are being read.</source>
        <translation>Dies sind die ersten %1 Zeilen. Alle werden gerade gelesen.</translation>
    </message>
    <message>
        <source>These are the first %1 rows. Reading all was stopped.</source>
        <translation>Dies sind die ersten %1 Zeilen. Das Lesen aller wurde angehalten.</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>anhalten</translation>
    </message>
    <message>
        <source>read all</source>
        <translation>alle lesen</translation>
    </message>
</context>
<context>
    <name>ui::DuelMonitor</name>
    <message>
        <source>Preparing the duel</source>
        <translation>Das Duell wird vorbereitet</translation>
    </message>
    <message>
        <source>Duel</source>
        <translation>Duell</translation>
    </message>
</context>
<context>
    <name>ui::DuelPanel</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message numerus="yes">
        <source>Its learning rate was chosen with %n run(s).</source>
        <translation>
            <numerusform>Seine Lernrate wurde mit %n Lauf gewählt.</numerusform>
            <numerusform>Seine Lernrate wurde mit %n Läufen gewählt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) count.</source>
        <translation>
            <numerusform>%n Lauf zählt.</numerusform>
            <numerusform>%n Läufe zählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Exact, %</source>
        <translation>Genau, %</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>Prüfverlust</translation>
    </message>
    <message>
        <source>Kept, %</source>
        <translation>Behalten, %</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>Token/s</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>%1 looks for its learning rate: %2</source>
        <translation>%1 sucht seine Lernrate: %2</translation>
    </message>
    <message>
        <source>%1, seed %2, learning rate %3</source>
        <translation>%1, Startwert %2, Lernrate %3</translation>
    </message>
    <message>
        <source>Duel</source>
        <translation>Duell</translation>
    </message>
    <message>
        <source>Several ways to train the same rows. Each looks for its learning rate with the same number of runs, by rows set aside from those that train, and then runs with several seeds: what it learns, keeps and costs stands side by side, with what chance alone could explain.</source>
        <translation>Mehrere Arten, dieselben Zeilen zu trainieren. Jede sucht ihre Lernrate mit gleich vielen Läufen, nach Zeilen, die von den trainierenden zurückgelegt sind, und läuft dann mit mehreren Startwerten: Was sie lernt, behält und kostet, steht nebeneinander, mit dem, was allein der Zufall erklären könnte.</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>Runs of each method that count. One can&apos;t show what is chance; three begin to.</source>
        <translation>Zählende Läufe jedes Verfahrens. Einer zeigt nicht, was Zufall ist; drei beginnen damit.</translation>
    </message>
    <message>
        <source>searched for</source>
        <translation>gesucht</translation>
    </message>
    <message>
        <source>as in the recipe</source>
        <translation>wie im Rezept</translation>
    </message>
    <message>
        <source>Learning rates</source>
        <translation>Lernraten</translation>
    </message>
    <message>
        <source>Each method needs its own: the recipe&apos;s suits the method that it was made for, and the others would lose.</source>
        <translation>Jedes Verfahren braucht seine eigene: Die des Rezepts passt zu dem Verfahren, für das sie gemacht ist, und die anderen verlören.</translation>
    </message>
    <message>
        <source>Rates each tries</source>
        <translation>Versuchte Raten je Verfahren</translation>
    </message>
    <message>
        <source>The same number for every method.</source>
        <translation>Für jedes Verfahren gleich viele.</translation>
    </message>
    <message>
        <source>as the recipe</source>
        <translation>wie das Rezept</translation>
    </message>
    <message>
        <source>Steps of a try</source>
        <translation>Schritte eines Versuchs</translation>
    </message>
    <message>
        <source>Fewer save time, and favour higher rates.</source>
        <translation>Weniger sparen Zeit und bevorzugen höhere Raten.</translation>
    </message>
    <message>
        <source>Start the duel</source>
        <translation>Duell starten</translation>
    </message>
    <message>
        <source>Stop the duel</source>
        <translation>Duell anhalten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <source>Methods of the duel</source>
        <translation>Verfahren des Duells</translation>
    </message>
    <message>
        <source>Learned against kept: up and to the right is better</source>
        <translation>Gelernt gegen behalten: oben rechts ist besser</translation>
    </message>
    <message>
        <source>Learned against kept</source>
        <translation>Gelernt gegen behalten</translation>
    </message>
    <message>
        <source>Drawn once a run with a probe and answers has counted.</source>
        <translation>Erscheint, sobald ein Lauf mit Behaltensprobe und Antworten zählt.</translation>
    </message>
    <message>
        <source>kept of the old knowledge, %</source>
        <translation>vom alten Wissen behalten, %</translation>
    </message>
    <message>
        <source>answered exactly, %</source>
        <translation>genau beantwortet, %</translation>
    </message>
    <message>
        <source>A duel goes on</source>
        <translation>Ein Duell läuft</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s): %1 that try learning rates, then %2 that count</source>
        <translation>
            <numerusform>%n Lauf: %1, die Lernraten versuchen, dann %2, die zählen</numerusform>
            <numerusform>%n Läufe: %1, die Lernraten versuchen, dann %2, die zählen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) that count</source>
        <translation>
            <numerusform>%n Lauf, der zählt</numerusform>
            <numerusform>%n Läufe, die zählen</numerusform>
        </translation>
    </message>
    <message>
        <source>It stops after this step</source>
        <translation>Es hält nach diesem Schritt an</translation>
    </message>
    <message>
        <source>Preparing the duel</source>
        <translation>Das Duell wird vorbereitet</translation>
    </message>
    <message>
        <source>Run %1 of %2</source>
        <translation>Lauf %1 von %2</translation>
    </message>
    <message>
        <source>waits for another run to end</source>
        <translation>wartet auf das Ende eines anderen Laufs</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>Reading the duels</source>
        <translation>Duelle werden gelesen</translation>
    </message>
    <message>
        <source>base: %1 answered exactly</source>
        <translation>Basis: %1 genau beantwortet</translation>
    </message>
    <message>
        <source>held-out loss %1</source>
        <translation>Prüfverlust %1</translation>
    </message>
</context>
<context>
    <name>ui::ExportPanel</name>
    <message>
        <source>Take it with you</source>
        <translation>Mitnehmen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Nothing to export yet</source>
        <translation>Noch nichts zu exportieren</translation>
    </message>
    <message>
        <source>New folder for the tuned model</source>
        <translation>Neuer Ordner für das abgestimmte Modell</translation>
    </message>
    <message>
        <source>Copy the delta</source>
        <translation>Das Delta kopieren</translation>
    </message>
    <message>
        <source>Deltas (*.safetensors)</source>
        <translation>Deltas (*.safetensors)</translation>
    </message>
    <message>
        <source>Writing, then reading back…</source>
        <translation>Wird geschrieben und dann zurückgelesen…</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Copied to %1</source>
        <translation>Nach %1 kopiert</translation>
    </message>
    <message>
        <source>%1 could not be written: is there room, and may you write there?</source>
        <translation>%1 konnte nicht geschrieben werden: Ist dort Platz, und dürfen Sie dort schreiben?</translation>
    </message>
    <message>
        <source>Wrote %1 (%2).</source>
        <translation>%1 geschrieben (%2).</translation>
    </message>
    <message>
        <source>Largest difference of logits: %1 of the largest; %2 of %3 greedy answers are the same.</source>
        <translation>Größter Unterschied der Logits: %1 des größten; %2 von %3 gierigen Antworten sind gleich.</translation>
    </message>
    <message>
        <source>New file for the tuned model</source>
        <translation>Neue Datei für das abgestimmte Modell</translation>
    </message>
    <message>
        <source>How the weights are stored</source>
        <translation>Wie die Gewichte gespeichert werden</translation>
    </message>
    <message>
        <source>as the base</source>
        <translation>wie die Basis</translation>
    </message>
    <message>
        <source>Name of the model there</source>
        <translation>Name des Modells dort</translation>
    </message>
    <message>
        <source>How the weights are stored. “as the base” keeps each tensor&apos;s own type; the q types are llama.cpp&apos;s smaller ones, whose cost is measured.</source>
        <translation>Wie die Gewichte gespeichert werden. „wie die Basis“ behält den Typ jedes Tensors; die q-Typen sind die kleineren von llama.cpp, deren Preis gemessen wird.</translation>
    </message>
</context>
<context>
    <name>ui::FileDropArea</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
</context>
<context>
    <name>ui::FileList</name>
    <message>
        <source>take away</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>Take away %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>ui::FrontPlot</name>
    <message>
        <source>learned, kept</source>
        <translation>gelernt, behalten</translation>
    </message>
    <message>
        <source>%1: learned %2 %, kept %3 %.</source>
        <translation>%1: gelernt %2 %, behalten %3 %.</translation>
    </message>
</context>
<context>
    <name>ui::HeatMapOverview</name>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>layer %1 · %2</source>
        <translation>Schicht %1 · %2</translation>
    </message>
    <message>
        <source>%1 layers by %2 projections, from %3 to %4.</source>
        <translation>%1 Schichten mal %2 Projektionen, von %3 bis %4.</translation>
    </message>
    <message>
        <source>Layer %1 · %2: %3.</source>
        <translation>Schicht %1 · %2: %3.</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>alle %1</translation>
    </message>
</context>
<context>
    <name>ui::Histogram</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Values from %1 to %2 %3, most between %4 and %5.</source>
        <translation>Werte von %1 bis %2 %3, die meisten zwischen %4 und %5.</translation>
    </message>
</context>
<context>
    <name>ui::HubDialog</name>
    <message>
        <source>Get a model from Hugging Face</source>
        <translation>Modell von Hugging Face holen</translation>
    </message>
    <message>
        <source>Get a data set from Hugging Face</source>
        <translation>Datensatz von Hugging Face holen</translation>
    </message>
    <message>
        <source>Name of the model, or words of it</source>
        <translation>Name des Modells, oder Wörter daraus</translation>
    </message>
    <message>
        <source>Name of the data set, or words of it</source>
        <translation>Name des Datensatzes, oder Wörter daraus</translation>
    </message>
    <message>
        <source>Look it up</source>
        <translation>Nachsehen</translation>
    </message>
    <message>
        <source>Which file</source>
        <translation>Welche Datei</translation>
    </message>
    <message>
        <source>Which folder</source>
        <translation>Welcher Ordner</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Download and open</source>
        <translation>Herunterladen und öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Look it up first</source>
        <translation>Sehen Sie erst nach</translation>
    </message>
    <message>
        <source>Nothing is asked of the network before you press a button. A token is read from HF_TOKEN, or from where “hf auth login” put it.</source>
        <translation>Das Netz wird nichts gefragt, bevor Sie eine Schaltfläche drücken. Ein Token wird aus HF_TOKEN gelesen, oder von dort, wohin „hf auth login“ es gelegt hat.</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation>Warten auf die Antwort</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt …</translation>
    </message>
    <message>
        <source>Asking Hugging Face</source>
        <translation>Hugging Face wird gefragt</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Nothing has this in its name.</source>
        <translation>Nichts trägt dies im Namen.</translation>
    </message>
    <message>
        <source>Choose one of these</source>
        <translation>Wählen Sie eines davon</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
    <message>
        <source>gated</source>
        <translation>beschränkt</translation>
    </message>
    <message>
        <source>The most downloaded with this in their name.</source>
        <translation>Die am häufigsten heruntergeladenen mit diesen Wörtern im Namen.</translation>
    </message>
    <message>
        <source>its card names none</source>
        <translation>seine Karte nennt keine</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>gated: its terms are to be accepted</source>
        <translation>beschränkt: seine Bedingungen sind anzunehmen</translation>
    </message>
    <message>
        <source>Choose one of its files</source>
        <translation>Wählen Sie eine seiner Dateien</translation>
    </message>
    <message>
        <source>Choose one of its folders</source>
        <translation>Wählen Sie einen seiner Ordner</translation>
    </message>
    <message>
        <source>It has several GGUF files: choose one.</source>
        <translation>Es hat mehrere GGUF-Dateien: wählen Sie eine.</translation>
    </message>
    <message>
        <source>It has rows in several folders: choose one.</source>
        <translation>Es hat Zeilen in mehreren Ordnern: wählen Sie einen.</translation>
    </message>
    <message>
        <source>%1, all of it here already</source>
        <translation>%1, alles schon da</translation>
    </message>
    <message>
        <source>%1, of which %2 are to be downloaded</source>
        <translation>%1, davon sind %2 herunterzuladen</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>Wird heruntergeladen …</translation>
    </message>
    <message>
        <source>Downloading a model</source>
        <translation>Ein Modell wird heruntergeladen</translation>
    </message>
    <message>
        <source>Downloading a data set</source>
        <translation>Ein Datensatz wird heruntergeladen</translation>
    </message>
</context>
<context>
    <name>ui::InfoButton</name>
    <message>
        <source>What is that: %1</source>
        <translation>Was ist das: %1</translation>
    </message>
</context>
<context>
    <name>ui::KeptSetup</name>
    <message>
        <source>The model of last time is not there any more: %1</source>
        <translation>Das Modell vom letzten Mal ist nicht mehr da: %1</translation>
    </message>
    <message>
        <source>The window ended last time while %1 was opened, so it was not opened again by itself.</source>
        <translation>Das Fenster endete beim letzten Mal, während %1 geöffnet wurde; darum wurde es nicht wieder von selbst geöffnet.</translation>
    </message>
</context>
<context>
    <name>ui::LinePlot</name>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>  (raw %1)</source>
        <translation>  (roh %1)</translation>
    </message>
    <message>
        <source>%1: %2 at first, %3 at step %4.</source>
        <translation>%1: zuerst %2, %3 bei Schritt %4.</translation>
    </message>
    <message>
        <source>Alarm line at %1.</source>
        <translation>Alarmlinie bei %1.</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Side panel</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Whole screen</source>
        <translation>Ganzer Bildschirm</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About LIFT Studio</source>
        <translation>Über LIFT Studio</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>ui::MemoryPlanView</name>
    <message numerus="yes">
        <source>%n smaller</source>
        <translation>
            <numerusform>%n kleinerer Posten</numerusform>
            <numerusform>%n kleinere Posten</numerusform>
        </translation>
    </message>
    <message>
        <source>Memory plan</source>
        <translation>Speicherplan</translation>
    </message>
    <message>
        <source>Appears with a model and data.</source>
        <translation>Erscheint mit Modell und Daten.</translation>
    </message>
    <message>
        <source>peak %1 of %2 free</source>
        <translation>Spitze %1 von %2 frei</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>knapp</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>%1 (−%2)</source>
        <translation>%1 (−%2)</translation>
    </message>
    <message>
        <source>in the host&apos;s memory</source>
        <translation>im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis zu %1</translation>
    </message>
</context>
<context>
    <name>ui::ModelFirst</name>
    <message>
        <source>Open a model first</source>
        <translation>Zuerst ein Modell öffnen</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Ein Modell wählen</translation>
    </message>
    <message>
        <source>Open the demo model</source>
        <translation>Das Demomodell öffnen</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Modell wird geladen…</translation>
    </message>
</context>
<context>
    <name>ui::ModelPage</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation>Gespeichert als</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Gefunden in</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>What to fine-tune. Its weights stay as they are on disk; training makes a delta.</source>
        <translation>Was fein abgestimmt wird. Die Gewichte auf der Platte bleiben, wie sie sind; das Training erzeugt ein Delta.</translation>
    </message>
    <message>
        <source>waiting for the engine</source>
        <translation>wartet auf die Maschine</translation>
    </message>
    <message>
        <source>New here? Begin with the demo</source>
        <translation>Neu hier? Beginnen Sie mit der Demo</translation>
    </message>
    <message>
        <source>SmolLM2 135M: small enough to learn school arithmetic on this computer in minutes. Everything is here already, nothing is downloaded.</source>
        <translation>SmolLM2 135M: klein genug, um auf diesem Rechner in Minuten Schulrechnen zu lernen. Alles ist schon da, nichts wird heruntergeladen.</translation>
    </message>
    <message>
        <source>Open the demo model</source>
        <translation>Das Demomodell öffnen</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>neu suchen</translation>
    </message>
    <message>
        <source>Models on this machine</source>
        <translation>Modelle auf diesem Rechner</translation>
    </message>
    <message>
        <source>Drop a GGUF file or a model folder here</source>
        <translation>GGUF-Datei oder Modellordner hierher ziehen</translation>
    </message>
    <message>
        <source>GGUF, or config.json with safetensors: Llama, Qwen, Gemma, Mistral, Phi and others</source>
        <translation>GGUF oder config.json mit safetensors: Llama, Qwen, Gemma, Mistral, Phi und andere</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts gewählt</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Gestalt</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vokabular</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>Tokenizer</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>Chatvorlage</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Open this model</source>
        <translation>Dieses Modell öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Looking for models</source>
        <translation>Modelle werden gesucht</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Ein Modell wählen</translation>
    </message>
    <message>
        <source>Models (*.gguf config.json *.safetensors);;All files (*)</source>
        <translation>Modelle (*.gguf config.json *.safetensors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
    <message>
        <source>%1 layers of width %2, feed-forward %3</source>
        <translation>%1 Schichten der Breite %2, Feed-Forward %3</translation>
    </message>
    <message>
        <source>%1 heads, %2 for keys and values</source>
        <translation>%1 Köpfe, %2 für Schlüssel und Werte</translation>
    </message>
    <message>
        <source>%1 tokens, context %2</source>
        <translation>%1 Token, Kontext %2</translation>
    </message>
    <message>
        <source>in the model</source>
        <translation>im Modell</translation>
    </message>
    <message>
        <source>none; the Alpaca form is used</source>
        <translation>keine; die Alpaca-Form wird verwendet</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>Ein Lauf ist im Gange</translation>
    </message>
    <message>
        <source>%1 is open: %2 parameters in %3</source>
        <translation>%1 ist offen: %2 Parameter in %3</translation>
    </message>
    <message>
        <source>Go on to the data</source>
        <translation>Weiter zu den Daten</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Hugging Face cache</source>
        <translation>Hugging-Face-Cache</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>earlier run</source>
        <translation>früherer Lauf</translation>
    </message>
    <message>
        <source>in the model, cannot be read</source>
        <translation>im Modell, nicht lesbar</translation>
    </message>
    <message>
        <source>from Hugging Face…</source>
        <translation>von Hugging Face …</translation>
    </message>
</context>
<context>
    <name>ui::PlotView</name>
    <message>
        <source>Picture (*.png);;Drawing (*.svg);;Document (*.pdf);;Numbers (*.csv)</source>
        <translation>Bild (*.png);;Zeichnung (*.svg);;Dokument (*.pdf);;Zahlen (*.csv)</translation>
    </message>
    <message>
        <source>Save “%1”</source>
        <translation>„%1“ speichern</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>Zahlen kopieren</translation>
    </message>
    <message>
        <source>Save as PNG, SVG, PDF or CSV…</source>
        <translation>Als PNG, SVG, PDF oder CSV speichern…</translation>
    </message>
    <message>
        <source>Show everything	0</source>
        <translation>Alles zeigen	0</translation>
    </message>
    <message>
        <source>Open large	Return</source>
        <translation>Groß öffnen	Return</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Save, copy or enlarge: %1</source>
        <translation>Speichern, kopieren oder vergrößern: %1</translation>
    </message>
</context>
<context>
    <name>ui::QuestionList</name>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>None. What you ask here the model answers before, while and after it learns.</source>
        <translation>Keine. Was Sie hier fragen, beantwortet das Modell, bevor, während und nachdem es lernt.</translation>
    </message>
    <message>
        <source>add a question</source>
        <translation>eine Frage hinzufügen</translation>
    </message>
    <message>
        <source>take away</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>Take the question away</source>
        <translation>Die Frage entfernen</translation>
    </message>
</context>
<context>
    <name>ui::QueuePanel</name>
    <message>
        <source>R %1, %2</source>
        <translation>R %1, %2</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>Rate %1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>add the present recipe</source>
        <translation>das jetzige Rezept anfügen</translation>
    </message>
    <message>
        <source>forget what has ended</source>
        <translation>Beendetes vergessen</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Start the next</source>
        <translation>Den nächsten beginnen</translation>
    </message>
    <message>
        <source>waits for your word</source>
        <translation>wartet auf Ihr Zeichen</translation>
    </message>
    <message>
        <source>Nothing waits. What you add here starts when the present run ends, and goes on after a failure.</source>
        <translation>Nichts wartet. Was Sie hier anfügen, beginnt, wenn der jetzige Lauf endet, und geht auch nach einem Fehler weiter.</translation>
    </message>
    <message>
        <source>Choose one of the queue</source>
        <translation>Wählen Sie einen aus der Warteschlange</translation>
    </message>
    <message>
        <source>It does not wait any more</source>
        <translation>Er wartet nicht mehr</translation>
    </message>
    <message>
        <source>It runs: stop the run instead</source>
        <translation>Er läuft: halten Sie stattdessen den Lauf an</translation>
    </message>
</context>
<context>
    <name>ui::RecipeForm</name>
    <message>
        <source>How it learns</source>
        <translation>Wie es lernt</translation>
    </message>
    <message>
        <source>1e-4 to 1e-3; small models want the larger ones</source>
        <translation>1e-4 bis 1e-3; kleine Modelle brauchen die größeren Werte</translation>
    </message>
    <message>
        <source>after a short warm-up</source>
        <translation>nach kurzem Anlauf</translation>
    </message>
    <message>
        <source>8 to 16 is usual; memory follows the pass, not the step</source>
        <translation>8 bis 16 ist üblich; der Speicher folgt dem Durchgang, nicht dem Schritt</translation>
    </message>
    <message>
        <source>0: from the passes over the rows</source>
        <translation>0: aus den Durchgängen durch die Zeilen</translation>
    </message>
    <message>
        <source>when steps is 0</source>
        <translation>wenn Schritte 0 ist</translation>
    </message>
    <message>
        <source>bf16 halves the memory; on processors without bf16 arithmetic fp32 is faster</source>
        <translation>bf16 halbiert den Speicher; auf Prozessoren ohne bf16-Befehle ist fp32 schneller</translation>
    </message>
    <message>
        <source>less memory, about a third slower</source>
        <translation>weniger Speicher, etwa ein Drittel langsamer</translation>
    </message>
    <message>
        <source>steps; 0: only before and after</source>
        <translation>Schritte; 0: nur vorher und nachher</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Alles Übrige</translation>
    </message>
    <message>
        <source>show</source>
        <translation>zeigen</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>verbergen</translation>
    </message>
    <message numerus="yes">
        <source>%n differ from the default</source>
        <translation>
            <numerusform>%n weicht vom Standard ab</numerusform>
            <numerusform>%n weichen vom Standard ab</numerusform>
        </translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Back to the default: %1</source>
        <translation>Zurück zum Standard: %1</translation>
    </message>
    <message>
        <source>0: only before and after</source>
        <translation>0: nur vorher und nachher</translation>
    </message>
</context>
<context>
    <name>ui::ResultsPage</name>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>What was learned, what was kept, and where in the model it lies.</source>
        <translation>Was gelernt wurde, was behalten wurde und wo im Modell es liegt.</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>Noch kein Ergebnis</translation>
    </message>
    <message>
        <source>Go to training</source>
        <translation>Zum Training</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>Prüfverlust</translation>
    </message>
    <message>
        <source>Retention probe</source>
        <translation>Behaltensprobe</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>Speicherspitze</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>The delta&apos;s passport</source>
        <translation>Pass des Deltas</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Base&apos;s fingerprint</source>
        <translation>Fingerabdruck der Basis</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Where it learned</source>
        <translation>Wo es gelernt hat</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>share changed</source>
        <translation>geänderter Anteil</translation>
    </message>
    <message>
        <source>mean change</source>
        <translation>mittlere Änderung</translation>
    </message>
    <message>
        <source>Changed weights: layers down, projections across</source>
        <translation>Geänderte Gewichte: Schichten nach unten, Projektionen nach rechts</translation>
    </message>
    <message>
        <source>After a run this shows where weights changed.</source>
        <translation>Nach einem Lauf zeigt dies, wo sich Gewichte geändert haben.</translation>
    </message>
    <message>
        <source>One matrix</source>
        <translation>Eine Matrix</translation>
    </message>
    <message>
        <source>Changed weights of one matrix</source>
        <translation>Geänderte Gewichte einer Matrix</translation>
    </message>
    <message>
        <source>Pick a matrix in the grid.</source>
        <translation>Wählen Sie im Raster eine Matrix.</translation>
    </message>
    <message>
        <source>Counting what changed</source>
        <translation>Änderungen werden gezählt</translation>
    </message>
    <message>
        <source>Reading the passport</source>
        <translation>Der Pass wird gelesen</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>%1 of %2 weights</source>
        <translation>%1 von %2 Gewichten</translation>
    </message>
    <message>
        <source>%1, %2 bytes a weight</source>
        <translation>%1, %2 Byte je Gewicht</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1: %2 changed, on average by %3</source>
        <translation>%1: %2 geändert, im Mittel um %3</translation>
    </message>
    <message>
        <source>Same question, as it learned</source>
        <translation>Dieselbe Frage, während es lernte</translation>
    </message>
    <message>
        <source>Old knowledge</source>
        <translation>Altes Wissen</translation>
    </message>
    <message>
        <source>Reading the runs</source>
        <translation>Läufe werden gelesen</translation>
    </message>
    <message>
        <source>Train a delta, open one of an earlier run on the Runs page, or an adapter of another program here. It is shown: what was learned, what was kept, and where it lies.</source>
        <translation>Trainieren Sie ein Delta, öffnen Sie eines eines früheren Laufs auf der Seite Läufe, oder hier den Adapter eines anderen Programms. Gezeigt wird, was gelernt und was behalten wurde, und wo es liegt.</translation>
    </message>
    <message>
        <source>Open one…</source>
        <translation>Eines öffnen …</translation>
    </message>
    <message>
        <source>open…</source>
        <translation>öffnen …</translation>
    </message>
</context>
<context>
    <name>ui::RunMonitor</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Resuming</source>
        <translation>Wird fortgesetzt</translation>
    </message>
</context>
<context>
    <name>ui::RunPanel</name>
    <message>
        <source>preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>choosing weights</source>
        <translation>Gewichte werden gewählt</translation>
    </message>
    <message>
        <source>evaluating</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>renewing the selection</source>
        <translation>Auswahl wird erneuert</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>speichert</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>hält an</translation>
    </message>
    <message>
        <source>writing the delta</source>
        <translation>Delta wird geschrieben</translation>
    </message>
    <message>
        <source>Memory plan</source>
        <translation>Speicherplan</translation>
    </message>
    <message>
        <source>Run preview</source>
        <translation>Vorschau des Laufs</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Trains</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Per step</source>
        <translation>Je Schritt</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Delta, about</source>
        <translation>Delta, etwa</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Verbleibend</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Anhalten…</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Jetzt speichern</translation>
    </message>
    <message>
        <source>Ask now…</source>
        <translation>Jetzt fragen…</translation>
    </message>
    <message>
        <source>Renew now</source>
        <translation>Jetzt erneuern</translation>
    </message>
    <message>
        <source>Learning rate…</source>
        <translation>Lernrate…</translation>
    </message>
    <message>
        <source>Ask the model now</source>
        <translation>Das Modell jetzt fragen</translation>
    </message>
    <message>
        <source>It answers at the end of the present step:</source>
        <translation>Es antwortet am Ende des jetzigen Schritts:</translation>
    </message>
    <message>
        <source>Change the learning rate</source>
        <translation>Die Lernrate ändern</translation>
    </message>
    <message>
        <source>New peak of the schedule:</source>
        <translation>Neuer Höchstwert des Verlaufs:</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>Stop the run?</source>
        <translation>Den Lauf anhalten?</translation>
    </message>
    <message>
        <source>The present step is finished first.</source>
        <translation>Der jetzige Schritt wird noch beendet.</translation>
    </message>
    <message>
        <source>A saved run can go on later exactly where it was. Without saving, what it learned is lost.</source>
        <translation>Ein gespeicherter Lauf kann später genau dort weitergehen, wo er war. Ohne Speichern ist verloren, was er gelernt hat.</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>Anhalten und speichern</translation>
    </message>
    <message>
        <source>Stop without saving</source>
        <translation>Anhalten ohne Speichern</translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation>%1 Gewichte</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The run is stopping</source>
        <translation>Der Lauf hält gerade an</translation>
    </message>
    <message>
        <source>The run is starting</source>
        <translation>Der Lauf startet gerade</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>started</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>fortgesetzt</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>learning rate %1</source>
        <translation>Lernrate %1</translation>
    </message>
    <message>
        <source>retention fell to %1</source>
        <translation>Behalten auf %1 gefallen</translation>
    </message>
    <message>
        <source>continued</source>
        <translation>weitergeführt</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>the loss climbs</source>
        <translation>der Verlust steigt</translation>
    </message>
    <message>
        <source>back, rate %1</source>
        <translation>zurück, Lernrate %1</translation>
    </message>
    <message>
        <source>%1, R %2, budget %3</source>
        <translation>%1, R %2, Budget %3</translation>
    </message>
    <message>
        <source>%1, R %2, %3</source>
        <translation>%1, R %2, %3</translation>
    </message>
    <message>
        <source>%1, %2 of them cut</source>
        <translation>%1, davon %2 gekürzt</translation>
    </message>
    <message>
        <source>%1 at its peak</source>
        <translation>%1 am Höchstwert</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1, %2 von %3</translation>
    </message>
</context>
<context>
    <name>ui::RunsPage</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Everything that was ever trained here, in this window or on the command line.</source>
        <translation>Alles, was hier je trainiert wurde, in diesem Fenster oder auf der Befehlszeile.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>choose several to lay their curves over each other</source>
        <translation>mehrere wählen, um ihre Kurven übereinander zu legen</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>neu suchen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Use as new run</source>
        <translation>Als neuen Lauf verwenden</translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation>Das Ergebnis öffnen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Choose runs above to see their curves.</source>
        <translation>Wählen Sie oben Läufe, um ihre Kurven zu sehen.</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweiter</translation>
    </message>
    <message>
        <source>Settings that differ between two runs</source>
        <translation>Einstellungen, in denen sich zwei Läufe unterscheiden</translation>
    </message>
    <message>
        <source>Reading the runs</source>
        <translation>Läufe werden gelesen</translation>
    </message>
    <message>
        <source>Choose one run</source>
        <translation>Wählen Sie einen Lauf</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>Ein Lauf ist im Gange</translation>
    </message>
    <message>
        <source>It has no delta</source>
        <translation>Er hat kein Delta</translation>
    </message>
    <message>
        <source>Choose a run</source>
        <translation>Wählen Sie einen Lauf</translation>
    </message>
    <message>
        <source>nothing: the same recipe twice</source>
        <translation>nichts: zweimal dasselbe Rezept</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 gegen %2</translation>
    </message>
    <message>
        <source>Use the recipe of %1</source>
        <translation>Das Rezept von %1 verwenden</translation>
    </message>
    <message>
        <source>Delete runs?</source>
        <translation>Läufe löschen?</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Their folders go too, with logs, states and deltas. This can&apos;t be undone.</source>
        <translation>Ihre Ordner gehen mit, samt Protokollen, Ständen und Deltas. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Nothing has trained yet. Every run will stand here with its curve and how it ended, whoever started it.</source>
        <translation>Noch hat nichts trainiert. Jeder Lauf wird hier stehen, mit seiner Kurve und wie er endete, gleich wer ihn begann.</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>Was gezeichnet ist</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>held-out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>retention</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Chosen runs over their steps</source>
        <translation>Gewählte Läufe über ihre Schritte</translation>
    </message>
    <message>
        <source>%1 is not among the runs that are listed</source>
        <translation>%1 gehört nicht zu den aufgeführten Läufen</translation>
    </message>
    <message>
        <source>They lie in the folder that Settings names.</source>
        <translation>Sie liegen in dem Ordner, den die Einstellungen nennen.</translation>
    </message>
    <message>
        <source>The first run is being prepared.</source>
        <translation>Der erste Lauf wird vorbereitet.</translation>
    </message>
    <message>
        <source>Find its files…</source>
        <translation>Seine Dateien suchen…</translation>
    </message>
    <message>
        <source>Name and note…</source>
        <translation>Name und Notiz…</translation>
    </message>
    <message>
        <source>It has come to its end</source>
        <translation>Er ist an sein Ende gekommen</translation>
    </message>
    <message>
        <source>Naming the run</source>
        <translation>Den Lauf benennen</translation>
    </message>
    <message>
        <source>save as…</source>
        <translation>speichern als …</translation>
    </message>
    <message>
        <source>The chosen run as a page to share, a table, or for TensorBoard</source>
        <translation>Der gewählte Lauf als Seite zum Weitergeben, als Tabelle oder für TensorBoard</translation>
    </message>
</context>
<context>
    <name>ui::SampleTimeline</name>
    <message>
        <source>base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Give questions to ask in the recipe, or press “Ask now…” while it trains.</source>
        <translation>Geben Sie Fragen im Rezept an oder drücken Sie „Jetzt fragen…“, während es trainiert.</translation>
    </message>
    <message>
        <source>Answer at step %1</source>
        <translation>Antwort bei Schritt %1</translation>
    </message>
</context>
<context>
    <name>ui::SelectionExtras</name>
    <message>
        <source>more settings</source>
        <translation>mehr Einstellungen</translation>
    </message>
    <message>
        <source>fewer settings</source>
        <translation>weniger Einstellungen</translation>
    </message>
    <message>
        <source>The budget is</source>
        <translation>Das Maß ist</translation>
    </message>
    <message>
        <source>the density</source>
        <translation>die Dichte</translation>
    </message>
    <message>
        <source>a rank</source>
        <translation>ein Rang</translation>
    </message>
    <message>
        <source>Budget rank</source>
        <translation>Rang als Maß</translation>
    </message>
    <message>
        <source>As many weights as an adapter of this rank would have</source>
        <translation>So viele Gewichte, wie ein Adapter dieses Ranges hätte</translation>
    </message>
    <message>
        <source>Principal are</source>
        <translation>Hauptgewichte sind</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>all, or for example 0-5, 12</source>
        <translation>alle, oder zum Beispiel 0-5, 12</translation>
    </message>
</context>
<context>
    <name>ui::SelectionPage</name>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Which weights will learn: the largest entries of each matrix after rank reduction.</source>
        <translation>Welche Gewichte lernen: die größten Einträge jeder Matrix nach der Rangreduktion.</translation>
    </message>
    <message>
        <source>Its matrices decide which weights can learn. You see their singular values and the weights that would train before anything starts.</source>
        <translation>Seine Matrizen entscheiden, welche Gewichte lernen können. Sie sehen ihre Singulärwerte und die Gewichte, die trainieren würden, bevor etwas beginnt.</translation>
    </message>
    <message>
        <source>Singular values</source>
        <translation>Singulärwerte</translation>
    </message>
    <message>
        <source>Matrices</source>
        <translation>Matrizen</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>diese</translation>
    </message>
    <message>
        <source>its layer</source>
        <translation>ihre Schicht</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>alle Schichten</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>Singular values over their rank</source>
        <translation>Singulärwerte über ihrem Rang</translation>
    </message>
    <message>
        <source>Open a model to see its singular values.</source>
        <translation>Öffnen Sie ein Modell, um seine Singulärwerte zu sehen.</translation>
    </message>
    <message>
        <source>What will train</source>
        <translation>Was trainiert</translation>
    </message>
    <message>
        <source>Rank R of the approximation</source>
        <translation>Rang R der Näherung</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Renew the selection every</source>
        <translation>Die Auswahl erneuern alle</translation>
    </message>
    <message>
        <source> steps</source>
        <translation> Schritte</translation>
    </message>
    <message>
        <source>0: never. Renewing follows what the weights have become.</source>
        <translation>0: nie. Das Erneuern folgt dem, was aus den Gewichten geworden ist.</translation>
    </message>
    <message>
        <source>Projections</source>
        <translation>Projektionen</translation>
    </message>
    <message>
        <source>use it</source>
        <translation>übernehmen</translation>
    </message>
    <message>
        <source>Whole model</source>
        <translation>Ganzes Modell</translation>
    </message>
    <message>
        <source>What the grid shows</source>
        <translation>Was das Raster zeigt</translation>
    </message>
    <message>
        <source>energy in R</source>
        <translation>Energie in R</translation>
    </message>
    <message>
        <source>density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>also by magnitude</source>
        <translation>auch nach Betrag</translation>
    </message>
    <message>
        <source>stable rank</source>
        <translation>stabiler Rang</translation>
    </message>
    <message>
        <source>One value per matrix: layers down, projections across</source>
        <translation>Ein Wert je Matrix: Schichten nach unten, Projektionen nach rechts</translation>
    </message>
    <message>
        <source>The grid fills while the spectra are computed.</source>
        <translation>Das Raster füllt sich, während die Spektren berechnet werden.</translation>
    </message>
    <message>
        <source>One matrix</source>
        <translation>Eine Matrix</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>changed since start</source>
        <translation>seit Beginn geändert</translation>
    </message>
    <message>
        <source>The weights of one matrix</source>
        <translation>Die Gewichte einer Matrix</translation>
    </message>
    <message>
        <source>Open a model and pick a matrix in the grid.</source>
        <translation>Öffnen Sie ein Modell und wählen Sie im Raster eine Matrix.</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>Ränge</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Gestalt</translation>
    </message>
    <message>
        <source>Energy in R</source>
        <translation>Energie in R</translation>
    </message>
    <message>
        <source>Stable rank</source>
        <translation>Stabiler Rang</translation>
    </message>
    <message>
        <source>Effective rank</source>
        <translation>Effektiver Rang</translation>
    </message>
    <message>
        <source>Ranks of every matrix</source>
        <translation>Ränge aller Matrizen</translation>
    </message>
    <message>
        <source>%1 of %2 weights would train (%3)</source>
        <translation>%1 von %2 Gewichten würden trainieren (%3)</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>%1 von %2 gewählt</translation>
    </message>
    <message>
        <source>The budget rank %1 decides instead.</source>
        <translation>Stattdessen entscheidet der Budgetrang %1.</translation>
    </message>
    <message>
        <source>Use the advice</source>
        <translation>Dem Rat folgen</translation>
    </message>
    <message>
        <source>Laid over the map</source>
        <translation>Über die Karte gelegt</translation>
    </message>
    <message>
        <source>selected now, not before</source>
        <translation>jetzt gewählt, vorher nicht</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>%1 jetzt</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Memory allows no more weights.</source>
        <translation>Mehr Gewichte lässt der Speicher nicht zu.</translation>
    </message>
    <message>
        <source>lay over: nothing</source>
        <translation>darüberlegen: nichts</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2

%3: %4</source>
        <translation>%1: %2

%3: %4</translation>
    </message>
    <message>
        <source>Advice: R = %1 and %2 of the weights.</source>
        <translation>Rat: R = %1 und %2 der Gewichte.</translation>
    </message>
    <message>
        <source>Only about %1 patterns in a matrix stand out of the noise, so a larger R would look at noise.</source>
        <translation>Nur etwa %1 Muster in einer Matrix ragen aus dem Rauschen heraus; ein größeres R würde also Rauschen betrachten.</translation>
    </message>
    <message>
        <source>The two belong together: with so many weights an R near %1 has chosen them best in the method&apos;s tests.</source>
        <translation>Die beiden gehören zusammen: bei so vielen Gewichten hat sie in den Tests des Verfahrens ein R nahe %1 am besten gewählt.</translation>
    </message>
    <message>
        <source>The first %1 patterns make up %2 of a usual matrix here (most in %3: %4; least in %5: %6).</source>
        <translation>Die ersten %1 Muster machen hier %2 einer üblichen Matrix aus (am meisten in %3: %4; am wenigsten in %5: %6).</translation>
    </message>
    <message>
        <source>Another model trains now. The singular values of this one come when that run has ended.</source>
        <translation>Jetzt trainiert ein anderes Modell. Die Singulärwerte von diesem kommen, wenn jener Lauf beendet ist.</translation>
    </message>
    <message>
        <source>Computing the singular values of %1…</source>
        <translation>Singulärwerte von %1 werden berechnet…</translation>
    </message>
</context>
<context>
    <name>ui::SessionTiles</name>
    <message>
        <source>Drawing the map</source>
        <translation>Die Karte wird gezeichnet</translation>
    </message>
</context>
<context>
    <name>ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>How the program looks and where it keeps things.</source>
        <translation>Wie das Programm aussieht und wo es Dinge ablegt.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About LIFT Studio</source>
        <translation>Über LIFT Studio</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>wie das System</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>The language changes when the program starts again.</source>
        <translation>Die Sprache wechselt beim nächsten Programmstart.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Open the runs&apos; folder</source>
        <translation>Den Ordner der Läufe öffnen</translation>
    </message>
    <message>
        <source>Add a folder with models…</source>
        <translation>Einen Ordner mit Modellen hinzufügen…</translation>
    </message>
    <message>
        <source>A folder with models</source>
        <translation>Ein Ordner mit Modellen</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Jetzt neu starten</translation>
    </message>
</context>
<context>
    <name>ui::SpectraSurvey</name>
    <message>
        <source>Computing singular values</source>
        <translation>Singulärwerte werden berechnet</translation>
    </message>
    <message>
        <source>Computing the spectrum of now</source>
        <translation>Das jetzige Spektrum wird berechnet</translation>
    </message>
</context>
<context>
    <name>ui::SpectrumPlot</name>
    <message>
        <source>rank %1</source>
        <translation>Rang %1</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>%1 jetzt</translation>
    </message>
    <message>
        <source>%1  %2, energy so far %3 %</source>
        <translation>%1  %2, Energie bis hier %3 %</translation>
    </message>
    <message>
        <source>%1: singular values from %2 down to %3.</source>
        <translation>%1: Singulärwerte von %2 bis hinab zu %3.</translation>
    </message>
    <message>
        <source>The first %1 hold %2 % of the energy.</source>
        <translation>Die ersten %1 halten %2 % der Energie.</translation>
    </message>
    <message>
        <source>%1  %2, %3 % from its base</source>
        <translation>%1  %2, %3 % von der Basis entfernt</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>energy so far, %</source>
        <translation>Energie bis hier, %</translation>
    </message>
    <message>
        <source>change, %</source>
        <translation>Änderung, %</translation>
    </message>
    <message>
        <source>singular value</source>
        <translation>Singulärwert</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StageRail</name>
    <message>
        <source>Stages</source>
        <translation>Stufen</translation>
    </message>
</context>
<context>
    <name>ui::Studio</name>
    <message>
        <source>Choose a model</source>
        <translation>Ein Modell wählen</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation>Daten werden gelesen</translation>
    </message>
    <message>
        <source>Choosing the principal weights</source>
        <translation>Hauptgewichte werden gewählt</translation>
    </message>
    <message>
        <source>Planning the memory</source>
        <translation>Speicher wird geplant</translation>
    </message>
    <message>
        <source>Wait until the model is loaded.</source>
        <translation>Warten Sie, bis das Modell geladen ist.</translation>
    </message>
    <message>
        <source>Nothing is open that could train.</source>
        <translation>Es ist nichts offen, was trainieren könnte.</translation>
    </message>
    <message>
        <source>Choose a data set</source>
        <translation>Einen Datensatz wählen</translation>
    </message>
    <message>
        <source>Training needs rows with answers.</source>
        <translation>Training braucht Zeilen mit Antworten.</translation>
    </message>
    <message>
        <source>Checking the data set</source>
        <translation>Der Datensatz wird geprüft</translation>
    </message>
    <message>
        <source>Wait until the rows are read.</source>
        <translation>Warten Sie, bis die Zeilen gelesen sind.</translation>
    </message>
    <message>
        <source>Mend the data set</source>
        <translation>Den Datensatz richten</translation>
    </message>
    <message>
        <source>Its rows could not be read.</source>
        <translation>Seine Zeilen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Nothing is held out</source>
        <translation>Nichts ist zurückgehalten</translation>
    </message>
    <message>
        <source>Without held-out rows nobody can tell learning from memorising.</source>
        <translation>Ohne zurückgehaltene Zeilen kann niemand Lernen von Auswendiglernen unterscheiden.</translation>
    </message>
    <message>
        <source>Forgetting is not watched</source>
        <translation>Vergessen wird nicht beobachtet</translation>
    </message>
    <message>
        <source>Choose a retention probe to see what the model still knows.</source>
        <translation>Wählen Sie eine Behaltensprobe, um zu sehen, was das Modell noch weiß.</translation>
    </message>
    <message>
        <source>It may not fit into memory</source>
        <translation>Es passt vielleicht nicht in den Speicher</translation>
    </message>
    <message>
        <source>The plan&apos;s peak is above what is free now.</source>
        <translation>Die Spitze des Plans liegt über dem, was jetzt frei ist.</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>%1 fortsetzen</translation>
    </message>
    <message>
        <source>Open the result of %1</source>
        <translation>Das Ergebnis von %1 öffnen</translation>
    </message>
    <message>
        <source>Applying the delta</source>
        <translation>Das Delta wird angewandt</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>„%1“ ändern</translation>
    </message>
    <message>
        <source>Mend: %1</source>
        <translation>Richten: %1</translation>
    </message>
    <message>
        <source>Look at the learning rate</source>
        <translation>Die Lernrate ansehen</translation>
    </message>
    <message>
        <source>Reading the first rows</source>
        <translation>Erste Zeilen werden gelesen</translation>
    </message>
</context>
<context>
    <name>ui::StudioWindow</name>
    <message numerus="yes">
        <source>%n run(s) were interrupted</source>
        <translation>
            <numerusform>%n Lauf wurde unterbrochen</numerusform>
            <numerusform>%n Läufe wurden unterbrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>They can go on exactly where they were.</source>
        <translation>Sie können genau dort weitergehen, wo sie waren.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>Pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>step %1 of %2%3</source>
        <translation>Schritt %1 von %2%3</translation>
    </message>
    <message>
        <source>   %1 left</source>
        <translation>   noch %1</translation>
    </message>
    <message>
        <source>Starting the run</source>
        <translation>Der Lauf startet</translation>
    </message>
    <message>
        <source>A model is being fine-tuned</source>
        <translation>Ein Modell wird fein abgestimmt</translation>
    </message>
    <message>
        <source>The run failed</source>
        <translation>Der Lauf ist gescheitert</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>Ein Lauf ist im Gange</translation>
    </message>
    <message>
        <source>Close LIFT Studio while it trains?</source>
        <translation>LIFT Studio während des Trainings schließen?</translation>
    </message>
    <message>
        <source>The run can be saved first; it then goes on at the next start, exactly where it was.</source>
        <translation>Der Lauf kann vorher gespeichert werden; er geht dann beim nächsten Start genau dort weiter, wo er war.</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Save the run and close</source>
        <translation>Den Lauf speichern und schließen</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Schließen ohne Speichern</translation>
    </message>
    <message>
        <source>Open a recipe</source>
        <translation>Ein Rezept öffnen</translation>
    </message>
    <message>
        <source>%1 needs its run&apos;s recipe beside it</source>
        <translation>%1 braucht das Rezept seines Laufs neben sich</translation>
    </message>
    <message>
        <source>R %1, %2</source>
        <translation>R %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>CPU · %n thread(s) · %1</source>
        <translation>
            <numerusform>CPU · %n Thread · %1</numerusform>
            <numerusform>CPU · %n Threads · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>run folder</source>
        <translation>Ordner des Laufs</translation>
    </message>
    <message>
        <source>copy as command</source>
        <translation>als Befehl kopieren</translation>
    </message>
    <message>
        <source>Copied: this run as a command for the terminal</source>
        <translation>Kopiert: dieser Lauf als Befehl für das Terminal</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 ist fertig</translation>
    </message>
    <message>
        <source>Reading the runs</source>
        <translation>Läufe werden gelesen</translation>
    </message>
    <message>
        <source>%1 is not finished: step %2 of %3</source>
        <translation>%1 ist nicht beendet: Schritt %2 von %3</translation>
    </message>
    <message>
        <source>It can go on exactly where it was saved.</source>
        <translation>Er kann genau dort weitergehen, wo er gespeichert wurde.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Find its files…</source>
        <translation>Seine Dateien suchen…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>%1 is done, and the model is worse</source>
        <translation>%1 ist fertig, und das Modell ist schlechter</translation>
    </message>
    <message>
        <source>Open its base model first.</source>
        <translation>Öffnen Sie erst sein Basismodell.</translation>
    </message>
</context>
<context>
    <name>ui::ThinProgress</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>arbeitet</translation>
    </message>
</context>
<context>
    <name>ui::TileHeatMap</name>
    <message>
        <source>row %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>W = %1</source>
        <translation>W = %1</translation>
    </message>
    <message>
        <source>Wᵣ = %1</source>
        <translation>Wᵣ = %1</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>not selected</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>rows %1–%2, columns %3–%4</source>
        <translation>Zeilen %1–%2, Spalten %3–%4</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>%1 von %2 gewählt</translation>
    </message>
    <message>
        <source>mean |W| = %1</source>
        <translation>mittleres |W| = %1</translation>
    </message>
    <message>
        <source>mean |Wᵣ| = %1</source>
        <translation>mittleres |Wᵣ| = %1</translation>
    </message>
    <message>
        <source>%1 % selected</source>
        <translation>%1 % gewählt</translation>
    </message>
    <message>
        <source>Matrix of %1 by %2. Shown: %3.</source>
        <translation>Matrix von %1 mal %2. Gezeigt: %3.</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>as in the base</source>
        <translation>wie in der Basis</translation>
    </message>
    <message>
        <source>%1 of %2 changed</source>
        <translation>%1 von %2 geändert</translation>
    </message>
    <message>
        <source>%1 % changed</source>
        <translation>%1 % geändert</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1: %2 %</translation>
    </message>
</context>
<context>
    <name>ui::TitleStrip</name>
    <message>
        <source>Show or hide the side panel  (F9)</source>
        <translation>Seitenleiste zeigen oder verbergen  (F9)</translation>
    </message>
    <message>
        <source>Menu  (F10)</source>
        <translation>Menü  (F10)</translation>
    </message>
    <message>
        <source>recipe: %1</source>
        <translation>Rezept: %1</translation>
    </message>
</context>
<context>
    <name>ui::TokenView</name>
    <message>
        <source>Row as tokens</source>
        <translation>Zeile als Token</translation>
    </message>
    <message>
        <source>token %1, bytes %2 to %3%4</source>
        <translation>Token %1, Bytes %2 bis %3%4</translation>
    </message>
    <message>
        <source>, trains</source>
        <translation>, trainiert</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s), %1 of them train</source>
        <translation>
            <numerusform>%n Token, davon trainieren %1</numerusform>
            <numerusform>%n Token, davon trainieren %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TrainPage</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>How the principal weights learn, and what becomes of what the model knew.</source>
        <translation>Wie die Hauptgewichte lernen und was aus dem wird, was das Modell wusste.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Then the recipe stands here as a form, and once it trains, its curves.</source>
        <translation>Dann steht hier das Rezept als Formular und, sobald es trainiert, seine Kurven.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>roh</translation>
    </message>
    <message>
        <source>Loss over steps</source>
        <translation>Verlust über die Schritte</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>held-out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>The loss appears with the first step.</source>
        <translation>Der Verlust erscheint mit dem ersten Schritt.</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>base = 100</source>
        <translation>Basis = 100</translation>
    </message>
    <message>
        <source>Retention over steps</source>
        <translation>Behalten über die Schritte</translation>
    </message>
    <message>
        <source>of the base model&apos;s score</source>
        <translation>des Ergebnisses des Basismodells</translation>
    </message>
    <message>
        <source>Without a retention probe nobody sees what is forgotten. Choose one on the data page.</source>
        <translation>Ohne Behaltensprobe sieht niemand, was vergessen wird. Wählen Sie eine auf der Seite Daten.</translation>
    </message>
    <message>
        <source>Tokens / s</source>
        <translation>Token / s</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Kept at renewal</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Same question, as it learns</source>
        <translation>Dieselbe Frage, während es lernt</translation>
    </message>
    <message>
        <source>renewed</source>
        <translation>erneuert</translation>
    </message>
    <message>
        <source>may forget at most %1</source>
        <translation>darf höchstens %1 vergessen</translation>
    </message>
    <message>
        <source>Done. The delta is written.</source>
        <translation>Fertig. Das Delta ist geschrieben.</translation>
    </message>
    <message>
        <source>See the results</source>
        <translation>Die Ergebnisse ansehen</translation>
    </message>
    <message>
        <source>Stopped and saved</source>
        <translation>Angehalten und gespeichert</translation>
    </message>
    <message>
        <source>It can go on from the Runs page, exactly where it was.</source>
        <translation>Es kann von der Seite Läufe genau dort weitergehen, wo es war.</translation>
    </message>
    <message>
        <source>Stopped without saving</source>
        <translation>Ohne Speichern angehalten</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>Logarithmische Skala</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>% of the base model&apos;s score</source>
        <translation>% des Ergebnisses des Basismodells</translation>
    </message>
    <message>
        <source>How strongly the step&apos;s rows pull at the weights. It is cut at the recipe&apos;s largest norm; a sudden rise is a warning.</source>
        <translation>Wie stark die Zeilen des Schritts an den Gewichten ziehen. Der Wert wird bei der größten Norm des Rezepts begrenzt; ein plötzlicher Anstieg ist eine Warnung.</translation>
    </message>
    <message>
        <source>The base model answers the probe first, then again after every evaluation.</source>
        <translation>Zuerst beantwortet das Basismodell die Probe, dann wieder nach jeder Auswertung.</translation>
    </message>
    <message>
        <source>The probe was not measured in this run.</source>
        <translation>Die Probe wurde in diesem Lauf nicht gemessen.</translation>
    </message>
    <message>
        <source>The run has ended, and the model is worse than before. The delta is written.</source>
        <translation>Der Lauf ist beendet, und das Modell ist schlechter als vorher. Das Delta ist geschrieben.</translation>
    </message>
    <message>
        <source>The run has ended: some is better, some worse. The delta is written.</source>
        <translation>Der Lauf ist beendet: einiges ist besser, einiges schlechter. Das Delta ist geschrieben.</translation>
    </message>
    <message>
        <source>Paused: the loss climbs</source>
        <translation>Pausiert: der Verlust steigt</translation>
    </message>
    <message>
        <source>Back, at a learning rate of %1</source>
        <translation>Zurück, mit einer Lernrate von %1</translation>
    </message>
    <message>
        <source>To the last saved state from before the climb, else to the start</source>
        <translation>Zum letzten gespeicherten Stand vor dem Anstieg, sonst zum Anfang</translation>
    </message>
    <message>
        <source>Go on all the same</source>
        <translation>Trotzdem weiter</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>Held-out loss %1 → %2.</source>
        <translation>Prüfverlust %1 → %2.</translation>
    </message>
    <message>
        <source>Training loss %1 → %2.</source>
        <translation>Trainingsverlust %1 → %2.</translation>
    </message>
    <message>
        <source>%1 → %2 of %3</source>
        <translation>%1 → %2 von %3</translation>
    </message>
    <message>
        <source>no loss can be seen</source>
        <translation>es ist kein Verlust zu sehen</translation>
    </message>
    <message>
        <source>fewer, but within chance</source>
        <translation>weniger, aber im Bereich des Zufalls</translation>
    </message>
    <message>
        <source>something is forgotten</source>
        <translation>etwas ist vergessen</translation>
    </message>
    <message>
        <source>Held-out rows answered exactly: %1 → %2.</source>
        <translation>Zurückgehaltene Zeilen genau beantwortet: %1 → %2.</translation>
    </message>
    <message>
        <source>Probe: %1, %2.</source>
        <translation>Probe: %1, %2.</translation>
    </message>
</context>
</TS>
