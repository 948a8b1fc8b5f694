<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>FieldWords</name>
    <message>
        <source>Name of the run</source>
        <translation>运行名称</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Rows to learn from</source>
        <translation>用于学习的行</translation>
    </message>
    <message>
        <source>Layout of the rows</source>
        <translation>行的布局</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Prompt form</source>
        <translation>提示形式</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示</translation>
    </message>
    <message>
        <source>Cut rows after</source>
        <translation>行的截断长度</translation>
    </message>
    <message>
        <source>Longer rows</source>
        <translation>更长的行</translation>
    </message>
    <message>
        <source>Held out for evaluation</source>
        <translation>留作评估</translation>
    </message>
    <message>
        <source>Held-out rows</source>
        <translation>留出的行</translation>
    </message>
    <message>
        <source>Only the first rows</source>
        <translation>仅用前若干行</translation>
    </message>
    <message>
        <source>Date that templates are told</source>
        <translation>告知模板的日期</translation>
    </message>
    <message>
        <source>Principal are</source>
        <translation>主要权重为</translation>
    </message>
    <message>
        <source>Rank R of the approximation</source>
        <translation>近似的秩 R</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Budget rank</source>
        <translation>预算秩</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Projections</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Renew the selection every</source>
        <translation>选择更新间隔</translation>
    </message>
    <message>
        <source>How the approximation is computed</source>
        <translation>近似的计算方式</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Momentum (beta 1)</source>
        <translation>动量 (beta 1)</translation>
    </message>
    <message>
        <source>Memory of gradient sizes (beta 2)</source>
        <translation>梯度大小的记忆 (beta 2)</translation>
    </message>
    <message>
        <source>Smallest divisor (epsilon)</source>
        <translation>最小除数 (epsilon)</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Largest gradient norm</source>
        <translation>最大梯度范数</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Last learning rate</source>
        <translation>最终学习率</translation>
    </message>
    <message>
        <source>Training method</source>
        <translation>训练方法</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Passes over the rows</source>
        <translation>数据遍历次数</translation>
    </message>
    <message>
        <source>Longest time, in seconds</source>
        <translation>最长时间（秒）</translation>
    </message>
    <message>
        <source>Rows per step</source>
        <translation>每步行数</translation>
    </message>
    <message>
        <source>Tokens per pass</source>
        <translation>单次前向的词元数</translation>
    </message>
    <message>
        <source>Recompute activations</source>
        <translation>重新计算激活</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>处理器线程数</translation>
    </message>
    <message>
        <source>Save every so many minutes</source>
        <translation>每隔多少分钟保存</translation>
    </message>
    <message>
        <source>Save every so many steps</source>
        <translation>每隔多少步保存</translation>
    </message>
    <message>
        <source>Weights in memory</source>
        <translation>内存中的权重</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation>评估间隔</translation>
    </message>
    <message>
        <source>Held-out rows per evaluation</source>
        <translation>每次评估的留出行数</translation>
    </message>
    <message>
        <source>Held-out rows answered and compared</source>
        <translation>要作答并比较的留出行数</translation>
    </message>
    <message>
        <source>Share of the time for answers</source>
        <translation>用于作答的时间占比</translation>
    </message>
    <message>
        <source>Retention probe</source>
        <translation>保留测试</translation>
    </message>
    <message>
        <source>Probe questions per evaluation</source>
        <translation>每次评估的测试问题数</translation>
    </message>
    <message>
        <source>Alarm when this share is forgotten</source>
        <translation>遗忘达到此比例时报警</translation>
    </message>
    <message>
        <source>Questions to ask as it learns</source>
        <translation>学习过程中要提的问题</translation>
    </message>
    <message>
        <source>Ask every so many steps</source>
        <translation>每隔多少步提问</translation>
    </message>
    <message>
        <source>Longest answer, in tokens</source>
        <translation>最长回答（词元）</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>as the memory plan says</source>
        <translation>按内存计划</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>every layer</source>
        <translation>每一层</translation>
    </message>
    <message>
        <source>the quickest that is good enough</source>
        <translation>足够好的方式中最快的</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>精确计算</translation>
    </message>
    <message>
        <source>by the Gram matrix</source>
        <translation>通过 Gram 矩阵</translation>
    </message>
    <message>
        <source>by subspace iteration</source>
        <translation>通过子空间迭代</translation>
    </message>
    <message>
        <source>linear to zero</source>
        <translation>线性降至零</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>How answers are compared</source>
        <translation>回答的比较方式</translation>
    </message>
    <message>
        <source>as the answers suggest</source>
        <translation>按回答的形式判断</translation>
    </message>
    <message>
        <source>as text</source>
        <translation>按文本</translation>
    </message>
    <message>
        <source>as JSON, by value</source>
        <translation>按 JSON 的值</translation>
    </message>
    <message>
        <source>as numbers</source>
        <translation>按数值</translation>
    </message>
    <message>
        <source>by the letter of a choice</source>
        <translation>按选项字母</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>不比较</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>What the alarm does</source>
        <translation>警报时做什么</translation>
    </message>
    <message>
        <source>say so</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>stop the run</source>
        <translation>停止运行</translation>
    </message>
    <message>
        <source>end in the last state before it</source>
        <translation>以警报前的最后状态结束</translation>
    </message>
    <message>
        <source>General rows against forgetting</source>
        <translation>防止遗忘的通用行</translation>
    </message>
    <message>
        <source>Share of general rows</source>
        <translation>通用行的占比</translation>
    </message>
    <message>
        <source>Share of rows to choose settings by</source>
        <translation>用于选择设置的行的占比</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Delta</source>
        <translation>增量</translation>
    </message>
    <message>
        <source>Strength of the delta</source>
        <translation>增量强度</translation>
    </message>
    <message>
        <source>Rank R</source>
        <translation>秩 R</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Renewing the selection</source>
        <translation>更新选择</translation>
    </message>
    <message>
        <source>Kept at renewal</source>
        <translation>更新时保留</translation>
    </message>
    <message>
        <source>Projections</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Laid over</source>
        <translation>叠加显示</translation>
    </message>
    <message>
        <source>Singular values</source>
        <translation>奇异值</translation>
    </message>
    <message>
        <source>Stable rank</source>
        <translation>稳定秩</translation>
    </message>
    <message>
        <source>Effective rank</source>
        <translation>有效秩</translation>
    </message>
    <message>
        <source>Dequantised</source>
        <translation>反量化</translation>
    </message>
    <message>
        <source>Masters and moments</source>
        <translation>主副本与动量</translation>
    </message>
    <message>
        <source>Widened factors</source>
        <translation>展宽的因子</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>Retention probe</source>
        <translation>保留测试</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>A small file with only the weights that a run has changed. Laid over the base model it makes the tuned model; taken off again it leaves the base exactly as it was.</source>
        <translation>只包含运行所改变权重的小文件。叠加到基础模型上即得到微调后的模型；撤下后，基础模型与原来完全一样。</translation>
    </message>
    <message>
        <source>How much of the change is applied: at 0 the base answers, at 1 the model as it was trained, between them a mixture, above 1 more than was trained.</source>
        <translation>改变被应用的程度：为 0 时由基础模型回答，为 1 时由训练所得的模型回答，介于两者之间时为混合，大于 1 时超过训练的程度。</translation>
    </message>
    <message>
        <source>Every weight matrix is first replaced by a simpler one that keeps its R strongest patterns and leaves out the rest as noise. The weights that are largest in this simpler matrix are the ones that train. A small R looks at a few broad patterns only, a large R at fine ones too.</source>
        <translation>每个权重矩阵先由一个更简单的矩阵代替，后者保留最强的 R 个模式，其余作为噪声略去。在这个更简单的矩阵中最大的权重就是参与训练的权重。R 小时只看少数粗略的模式，R 大时也看细微的模式。</translation>
    </message>
    <message>
        <source>The share of all weights that train. 5 % is usual: enough to learn a task, few enough to forget little. More needs more memory and makes the delta larger.</source>
        <translation>参与训练的权重占全部权重的比例。通常为 5 %：足以学会一项任务，又少到不会遗忘太多。更多则需要更多内存，增量也更大。</translation>
    </message>
    <message>
        <source>While the model learns, other weights may become the important ones. Every so many steps the choice is made anew from the weights as they are then.</source>
        <translation>模型学习时，重要的权重可能会变成另一些。每隔若干步，就按当时的权重重新选择一次。</translation>
    </message>
    <message>
        <source>The share of the newly chosen weights that trained before the renewal already. Near 100 % the choice has settled, and renewing it less often costs nothing.</source>
        <translation>新选出的权重中，更新之前已在训练的比例。接近 100 % 时，选择已趋于稳定，降低更新频率不会有损失。</translation>
    </message>
    <message>
        <source>The seven weight matrices of a layer. q, k, v and o belong to attention, which decides what a token looks at; gate, up and down to the feed-forward part, in which most of the knowledge lies.</source>
        <translation>一层中的七个权重矩阵。q、k、v 和 o 属于注意力，它决定一个词元关注什么；gate、up 和 down 属于前馈部分，大部分知识就在其中。</translation>
    </message>
    <message>
        <source>|W| is the size of a weight as it is. |W_r| is its size in the approximation of rank R, by which the weights to train are chosen.</source>
        <translation>|W| 是权重本身的大小。|W_r| 是它在秩 R 的近似中的大小，要训练的权重据此选出。</translation>
    </message>
    <message>
        <source>In amber over the map: which weights a run has changed, or which ones would be chosen now and were not before. Until something has trained there is nothing to lay over it.</source>
        <translation>以琥珀色叠加在图上：运行改变了哪些权重，或现在会选中而之前未选中的权重。在有权重训练之前，没有可叠加的内容。</translation>
    </message>
    <message>
        <source>How strong each pattern in a matrix is, strongest first. A steep curve means that a few patterns carry most of the matrix; the dotted line is R, up to which they count.</source>
        <translation>矩阵中每个模式的强度，最强的在前。曲线陡峭表示少数模式承载了矩阵的大部分；虚线为 R，到此为止的模式计算在内。</translation>
    </message>
    <message>
        <source>How many patterns as strong as the strongest one would have the matrix&apos;s whole energy. Small: a few patterns rule.</source>
        <translation>若每个模式都与最强的一样强，需要多少个模式才能达到矩阵的全部能量。值小：由少数模式主导。</translation>
    </message>
    <message>
        <source>How many patterns the matrix seems to have when each counts by its share of the energy. Large: the energy is spread over many.</source>
        <translation>每个模式按其能量占比计算时，矩阵看起来有多少个模式。值大：能量分散在许多模式上。</translation>
    </message>
    <message>
        <source>The file holds its weights rounded to a few bits. For training they are written out as ordinary numbers, exactly those that the rounded ones stand for.</source>
        <translation>文件中的权重舍入为少数几个比特。训练时它们被展开为普通数值，正是舍入值所代表的那些数。</translation>
    </message>
    <message>
        <source>For every weight that trains: a precise copy of it (the master), and two running means of its gradient and of that gradient&apos;s size (the moments), which the optimizer steers by.</source>
        <translation>对每个参与训练的权重：一个精确的副本（主副本），以及其梯度和梯度大小的两个滑动平均（动量），优化器据此调整方向。</translation>
    </message>
    <message>
        <source>Working copies of numbers in 32 bits for processors that can&apos;t multiply 16-bit ones quickly.</source>
        <translation>数值的 32 位工作副本，用于无法快速进行 16 位乘法的处理器。</translation>
    </message>
    <message>
        <source>Rows that never train. How well the model does on them tells whether it has learned the task or only learned the rows by heart.</source>
        <translation>从不参与训练的行。模型在这些行上的表现说明它是学会了任务，还是只把训练的行背了下来。</translation>
    </message>
    <message>
        <source>Choice questions about something else than your task, asked before and after. When fewer are answered right, the model has forgotten something.</source>
        <translation>与您的任务无关的选择题，在训练前后提问。答对的变少时，说明模型忘记了一些东西。</translation>
    </message>
    <message>
        <source>The strong line is a running mean: 0.9 looks back over about 10 steps, 0.97 over about 30. The faint line shows every step as it was.</source>
        <translation>粗线为滑动平均：0.9 约回看 10 步，0.97 约 30 步。淡线显示每一步的原值。</translation>
    </message>
    <message>
        <source>From the singular values of this model and the memory that is free. R and density belong together: the more weights train, the finer the patterns that are worth looking at.</source>
        <translation>由该模型的奇异值和可用内存得出。R 与密度相互关联：训练的权重越多，值得关注的模式就越细微。</translation>
    </message>
</context>
<context>
    <name>GoOn</name>
    <message>
        <source>Where does %1 lie now?</source>
        <translation>%1 现在在哪里？</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>模型 (*.gguf)</translation>
    </message>
    <message>
        <source>In which folder does the run&apos;s data lie now?</source>
        <translation>该运行的数据现在在哪个文件夹？</translation>
    </message>
    <message>
        <source>Choose the model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>Choose the data…</source>
        <translation>选择数据…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Move the crosshair</source>
        <translation>移动十字线</translation>
    </message>
    <message>
        <source>Nearer, farther</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Open large</source>
        <translation>放大打开</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>About LIFT Studio</source>
        <translation>关于 LIFT Studio</translation>
    </message>
    <message>
        <source>Fine-tunes language models by training only their principal weights, and shows which weights learn.

Free software under the GNU General Public License, version 3 or later. Fonts: Inter and JetBrains Mono, SIL Open Font License 1.1.</source>
        <translation>仅训练主权重来微调语言模型，并显示哪些权重在学习。

自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。字体：Inter 和 JetBrains Mono，SIL 开放字体许可证 1.1。</translation>
    </message>
</context>
<context>
    <name>OpenResult</name>
    <message>
        <source>Delta or adapter file…</source>
        <translation>增量或适配器文件…</translation>
    </message>
    <message>
        <source>Open a delta or an adapter</source>
        <translation>打开增量或适配器</translation>
    </message>
    <message>
        <source>Deltas and adapters (*.safetensors *.gguf adapter_config.json)</source>
        <translation>增量和适配器 (*.safetensors *.gguf adapter_config.json)</translation>
    </message>
    <message>
        <source>Folder of an adapter or a fine-tuned model…</source>
        <translation>适配器或微调模型的文件夹…</translation>
    </message>
    <message>
        <source>Open an adapter or a fine-tuned model of this base</source>
        <translation>打开此基础模型的适配器或微调模型</translation>
    </message>
</context>
<context>
    <name>PageId</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>“%1” is no number. Write it like %2 or %3.</source>
        <translation>“%1”不是数值。请按 %2 或 %3 的形式书写。</translation>
    </message>
</context>
<context>
    <name>RunLabel</name>
    <message>
        <source>Name and note of %1</source>
        <translation>%1 的名称与备注</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>RunsColumns</name>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>loss %1 → %2</source>
        <translation>损失 %1 → %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>done, worse</source>
        <translation>完成，变差</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Held-out</source>
        <translation>留出损失</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
</context>
<context>
    <name>SaveRun</name>
    <message>
        <source>Saving the run</source>
        <translation>正在保存运行</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>Page to share (HTML)…</source>
        <translation>可分享的页面 (HTML)…</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Table of its numbers (CSV)…</source>
        <translation>数值表格 (CSV)…</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Folder for TensorBoard…</source>
        <translation>TensorBoard 文件夹…</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>&apos;{}&apos;, which is undefined</source>
        <translation>未定义的 &apos;{}&apos;</translation>
    </message>
    <message>
        <source>0 (off) or more</source>
        <translation>0（关闭）或以上</translation>
    </message>
    <message>
        <source>0 (off) or more tokens</source>
        <translation>0（关闭）或更多词元</translation>
    </message>
    <message>
        <source>0 or more and less than 1</source>
        <translation>不小于 0 且小于 1</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 到 1</translation>
    </message>
    <message>
        <source>0.05 trains 5 % of every matrix</source>
        <translation>0.05 训练每个矩阵的 5 %</translation>
    </message>
    <message>
        <source>4 bytes for each of {} trained weights</source>
        <translation>{} 个参与训练的权重，每个 4 字节</translation>
    </message>
    <message>
        <source>4 bytes for each of {} trained weights, and the rows</source>
        <translation>{} 个参与训练的权重，每个 4 字节，另加各行</translation>
    </message>
    <message>
        <source>A GGUF file or a Hugging Face folder.</source>
        <translation>GGUF 文件或 Hugging Face 文件夹。</translation>
    </message>
    <message>
        <source>A delta changes a GGUF file only on loading; lift delta merge writes a folder</source>
        <translation>增量只在加载时改变 GGUF 文件；lift delta merge 会写出文件夹</translation>
    </message>
    <message>
        <source>A delta is written by a training run</source>
        <translation>增量由训练运行写出</translation>
    </message>
    <message>
        <source>A later version of this program wrote it</source>
        <translation>它由本程序的更高版本写出</translation>
    </message>
    <message>
        <source>A learning rate of {} was asked for and not taken</source>
        <translation>要求的学习率 {} 未被采用</translation>
    </message>
    <message>
        <source>A lower learning rate or clipping usually helps</source>
        <translation>降低学习率或进行裁剪通常有效</translation>
    </message>
    <message>
        <source>A newer version of the program made it; update this one</source>
        <translation>它由更新版本的程序生成；请更新本程序</translation>
    </message>
    <message>
        <source>A newer version of the program wrote it; update this one</source>
        <translation>它由更新版本的程序写出；请更新本程序</translation>
    </message>
    <message>
        <source>A saved state cannot be read and is passed over. {}</source>
        <translation>有一个保存状态无法读取，已跳过。{}</translation>
    </message>
    <message>
        <source>Added to the root of the second moment.</source>
        <translation>加到二阶动量的平方根上。</translation>
    </message>
    <message>
        <source>Alarm when more than this share of the base model&apos;s score is lost.</source>
        <translation>基础模型得分损失超过此比例时报警。</translation>
    </message>
    <message>
        <source>As many weights as LoRA of this rank, min((m+n)r, mn) per matrix; 0: use density.</source>
        <translation>与该秩的 LoRA 权重数相同，每个矩阵 min((m+n)r, mn) 个；0：使用密度。</translation>
    </message>
    <message>
        <source>Ask for tiles of a rectangle this large</source>
        <translation>对这么大的矩形请改为请求分块</translation>
    </message>
    <message>
        <source>At most this many tokens per pass; a step is split into passes.</source>
        <translation>单次前向的词元数上限；一步会分成多次前向。</translation>
    </message>
    <message>
        <source>Attach one first</source>
        <translation>请先应用一个增量</translation>
    </message>
    <message>
        <source>CUDA and libraries</source>
        <translation>CUDA 与库</translation>
    </message>
    <message>
        <source>Check the columns and the longest row</source>
        <translation>请检查列和最长行</translation>
    </message>
    <message>
        <source>Choice questions that measure retention; empty: none.</source>
        <translation>用于测量保留的选择题；留空：无。</translation>
    </message>
    <message>
        <source>Choose a file of another quantisation</source>
        <translation>请选择其他量化方式的文件</translation>
    </message>
    <message>
        <source>Choose a folder that you may write</source>
        <translation>请选择您有写入权限的文件夹</translation>
    </message>
    <message>
        <source>Choose another folder or free some space</source>
        <translation>请选择其他文件夹或释放一些空间</translation>
    </message>
    <message>
        <source>Choose another name; nothing is overwritten</source>
        <translation>请选择其他名称；不会覆盖任何内容</translation>
    </message>
    <message>
        <source>Choose the prompt format alpaca or plain</source>
        <translation>请选择提示形式 alpaca 或 plain</translation>
    </message>
    <message>
        <source>Choose the prompt format alpaca or plain, or simplify the template</source>
        <translation>请选择提示形式 alpaca 或 plain，或简化模板</translation>
    </message>
    <message>
        <source>Configuration and weights do not belong together</source>
        <translation>配置与权重不属于同一模型</translation>
    </message>
    <message>
        <source>Convert it to safetensors first</source>
        <translation>请先转换为 safetensors</translation>
    </message>
    <message>
        <source>Copy the folder and use the copy</source>
        <translation>请复制该文件夹并使用副本</translation>
    </message>
    <message>
        <source>Copy the tokenizer&apos;s files from where the model came from</source>
        <translation>请从模型来源处复制分词器文件</translation>
    </message>
    <message>
        <source>Decay of the first moment.</source>
        <translation>一阶动量的衰减。</translation>
    </message>
    <message>
        <source>Decay of the second moment.</source>
        <translation>二阶动量的衰减。</translation>
    </message>
    <message>
        <source>Decoupled weight decay; 0: off.</source>
        <translation>解耦权重衰减；0：关闭。</translation>
    </message>
    <message>
        <source>Did you mean {}?</source>
        <translation>您是指 {} 吗？</translation>
    </message>
    <message>
        <source>Engine threads; 0: all cores.</source>
        <translation>引擎线程数；0：所有核心。</translation>
    </message>
    <message>
        <source>Files whose rows are evaluated and never train.</source>
        <translation>其中的行只用于评估、从不参与训练的文件。</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>For example train.batch_rows=16</source>
        <translation>例如 train.batch_rows=16</translation>
    </message>
    <message>
        <source>Free some space or choose another folder</source>
        <translation>请释放一些空间或选择其他文件夹</translation>
    </message>
    <message>
        <source>GGUF mark</source>
        <translation>GGUF 标识</translation>
    </message>
    <message>
        <source>Give rows with answers, or a longer max_tokens</source>
        <translation>请提供带回答的行，或增大 max_tokens</translation>
    </message>
    <message>
        <source>Held-out rows per evaluation; 0: all.</source>
        <translation>每次评估的留出行数；0：全部。</translation>
    </message>
    <message>
        <source>How W_r is computed: auto, exact, gram or subspace.</source>
        <translation>W_r 的计算方式：auto、exact、gram 或 subspace。</translation>
    </message>
    <message>
        <source>Hugging Face folder, merged</source>
        <translation>Hugging Face 文件夹，已合并</translation>
    </message>
    <message>
        <source>Is this the config.json of a Hugging Face model?</source>
        <translation>这是 Hugging Face 模型的 config.json 吗？</translation>
    </message>
    <message>
        <source>It cannot go on with another one; start a new run</source>
        <translation>换成另一个就无法继续；请开始新的运行</translation>
    </message>
    <message>
        <source>Largest gradient norm; 0: off.</source>
        <translation>最大梯度范数；0：关闭。</translation>
    </message>
    <message>
        <source>Last learning rate as a share of the peak.</source>
        <translation>最终学习率占峰值的比例。</translation>
    </message>
    <message>
        <source>Layers that train; empty: all.</source>
        <translation>参与训练的层；留空：全部。</translation>
    </message>
    <message>
        <source>LibTorch and what it loads, measured</source>
        <translation>LibTorch 及其加载的内容，实测</translation>
    </message>
    <message>
        <source>Load the model again, or lower the learning rate if training made them</source>
        <translation>请重新加载模型；若由训练造成，请降低学习率</translation>
    </message>
    <message>
        <source>Load the model in that type</source>
        <translation>请以该类型加载模型</translation>
    </message>
    <message>
        <source>Longer rows: truncate (keep the beginning) or drop.</source>
        <translation>更长的行：truncate（保留开头）或 drop（丢弃）。</translation>
    </message>
    <message>
        <source>Longest answer in tokens.</source>
        <translation>最长回答（词元）。</translation>
    </message>
    <message>
        <source>Longest row in tokens.</source>
        <translation>最长行（词元）。</translation>
    </message>
    <message>
        <source>Map them by hand: prompt=COLUMN, response=COLUMN (or messages=COLUMN)</source>
        <translation>请手动指定：prompt=COLUMN, response=COLUMN（或 messages=COLUMN）</translation>
    </message>
    <message>
        <source>Mend or remove the line</source>
        <translation>请修正或删除该行</translation>
    </message>
    <message>
        <source>Minutes between saves of the resume state; 0: only at stop.</source>
        <translation>恢复状态的保存间隔（分钟）；0：仅在停止时。</translation>
    </message>
    <message>
        <source>Name a GGUF file or a model folder</source>
        <translation>请指定 GGUF 文件或模型文件夹</translation>
    </message>
    <message>
        <source>Name a file of rows: JSONL, JSON, CSV, Parquet, Arrow or text</source>
        <translation>请指定数据文件：JSONL、JSON、CSV、Parquet、Arrow 或文本</translation>
    </message>
    <message>
        <source>Name every layer once</source>
        <translation>每个层只列一次</translation>
    </message>
    <message>
        <source>Name every projection once</source>
        <translation>每个投影只列一次</translation>
    </message>
    <message>
        <source>Name of the run; empty: from the model and the data.</source>
        <translation>运行名称；留空：由模型和数据得出。</translation>
    </message>
    <message>
        <source>Of every random stream of the run.</source>
        <translation>运行中所有随机流的种子。</translation>
    </message>
    <message>
        <source>Open data with held-out files or a held-out share</source>
        <translation>请打开带留出文件或留出比例的数据</translation>
    </message>
    <message>
        <source>Open one first</source>
        <translation>请先打开一个</translation>
    </message>
    <message>
        <source>Optimizer steps; 0: from epochs.</source>
        <translation>优化器步数；0：由 epochs 决定。</translation>
    </message>
    <message>
        <source>Passes over the rows when steps is 0.</source>
        <translation>当 steps 为 0 时的数据遍历次数。</translation>
    </message>
    <message>
        <source>Peak learning rate.</source>
        <translation>峰值学习率。</translation>
    </message>
    <message>
        <source>Put before conversations that have none; empty: none.</source>
        <translation>置于没有系统消息的对话之前；留空：无。</translation>
    </message>
    <message>
        <source>Questions answered before, during and after.</source>
        <translation>训练前、训练中和训练后回答的问题。</translation>
    </message>
    <message>
        <source>Questions per evaluation; 0: all.</source>
        <translation>每次评估的问题数；0：全部。</translation>
    </message>
    <message>
        <source>Rank R of the approximation W_r.</source>
        <translation>近似 W_r 的秩 R。</translation>
    </message>
    <message>
        <source>Recompute activations to save memory: auto, off or full.</source>
        <translation>重新计算激活以节省内存：auto、off 或 full。</translation>
    </message>
    <message>
        <source>Recompute activations: the same training, about 30 % slower</source>
        <translation>重新计算激活：训练结果相同，约慢 30 %</translation>
    </message>
    <message>
        <source>Replace with a String pattern</source>
        <translation>使用 String 模式的 Replace</translation>
    </message>
    <message>
        <source>Resumed after step {}</source>
        <translation>已从第 {} 步后恢复</translation>
    </message>
    <message>
        <source>Rows need question, choices and answer, or instruction (with &quot;Answer format: a/b&quot;) and answer</source>
        <translation>行需要 question、choices 和 answer，或 instruction（带 &quot;Answer format: a/b&quot;）和 answer</translation>
    </message>
    <message>
        <source>Rows of at most {} tokens: longer ones lose their end</source>
        <translation>行最多 {} 个词元：更长的行将失去末尾</translation>
    </message>
    <message>
        <source>Rows per optimizer step.</source>
        <translation>每个优化器步的行数。</translation>
    </message>
    <message>
        <source>Saved after step {}</source>
        <translation>已在第 {} 步后保存</translation>
    </message>
    <message>
        <source>SentencePiece, {} tokens, {}</source>
        <translation>SentencePiece，{} 个词元，{}</translation>
    </message>
    <message>
        <source>SentencePiece-style BPE, {} tokens, {}</source>
        <translation>SentencePiece 式 BPE，{} 个词元，{}</translation>
    </message>
    <message>
        <source>Share of every matrix that trains, between 0 and 1.</source>
        <translation>每个矩阵参与训练的比例，介于 0 和 1 之间。</translation>
    </message>
    <message>
        <source>Share of the steps that warm up.</source>
        <translation>预热步数所占比例。</translation>
    </message>
    <message>
        <source>Smaller passes of {} tokens: the same training, a little slower</source>
        <translation>将单次前向减至 {} 个词元：训练结果相同，略慢</translation>
    </message>
    <message>
        <source>Split the row; a row trains max_tokens tokens at most</source>
        <translation>请拆分该行；一行最多训练 max_tokens 个词元</translation>
    </message>
    <message>
        <source>Start a new run from its recipe</source>
        <translation>请用其配方开始新的运行</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>Steps between answers; 0: only before and after.</source>
        <translation>回答的间隔步数；0：仅在前后。</translation>
    </message>
    <message>
        <source>Steps between evaluations; 0: only before and after.</source>
        <translation>评估的间隔步数；0：仅在前后。</translation>
    </message>
    <message>
        <source>Steps between renewals of the selection; 0: never.</source>
        <translation>选择更新的间隔步数；0：从不。</translation>
    </message>
    <message>
        <source>Steps between saves, besides; 0: off.</source>
        <translation>另按步数保存的间隔；0：关闭。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Stopped without saving</source>
        <translation>已停止，未保存</translation>
    </message>
    <message>
        <source>Take a lower rank, or leave that projection out</source>
        <translation>请降低秩，或略去该投影</translation>
    </message>
    <message>
        <source>Take only the first N rows; 0: all.</source>
        <translation>只取前 N 行；0：全部。</translation>
    </message>
    <message>
        <source>Take the base as a Hugging Face folder instead of a GGUF file</source>
        <translation>请改用 Hugging Face 文件夹作为基础模型，而不是 GGUF 文件</translation>
    </message>
    <message>
        <source>The base has no tokenizer file; the folder has none either.</source>
        <translation>基础模型没有分词器文件；该文件夹也没有。</translation>
    </message>
    <message>
        <source>The base is a GGUF file: config.json and the tokenizer&apos;s files were made from its keys.</source>
        <translation>基础模型是 GGUF 文件：config.json 和分词器文件由其键生成。</translation>
    </message>
    <message>
        <source>The chat template cannot be read: {}</source>
        <translation>无法读取聊天模板：{}</translation>
    </message>
    <message>
        <source>The data or the recipe has changed since</source>
        <translation>数据或配方此后已改变</translation>
    </message>
    <message>
        <source>The data set is not the one that the run began with</source>
        <translation>数据集不是运行开始时的那个</translation>
    </message>
    <message>
        <source>The delta belongs to a base held in another type or shape</source>
        <translation>该增量属于类型或形状不同的基础模型</translation>
    </message>
    <message>
        <source>The download is incomplete: get the missing file</source>
        <translation>下载不完整：请获取缺失的文件</translation>
    </message>
    <message>
        <source>The file has changed since it was read: open the data again</source>
        <translation>文件在读取后已改变：请重新打开数据</translation>
    </message>
    <message>
        <source>The file is incomplete: get it again</source>
        <translation>文件不完整：请重新获取</translation>
    </message>
    <message>
        <source>The file may be missing after a power failure</source>
        <translation>断电后该文件可能丢失</translation>
    </message>
    <message>
        <source>The folder holds another model, or was changed since</source>
        <translation>文件夹中是另一个模型，或此后被改变</translation>
    </message>
    <message>
        <source>The folder is incomplete, or is not a causal language model of this family</source>
        <translation>文件夹不完整，或不是此系列的因果语言模型</translation>
    </message>
    <message>
        <source>The peak learning rate is {} from step {} on</source>
        <translation>从第 {1} 步起峰值学习率为 {0}</translation>
    </message>
    <message>
        <source>The probe has changed since</source>
        <translation>保留测试此后已改变</translation>
    </message>
    <message>
        <source>The run stopped before its first save; start it anew</source>
        <translation>运行在首次保存前已停止；请重新开始</translation>
    </message>
    <message>
        <source>The state after step {} could not be saved: {}</source>
        <translation>第 {} 步后的状态无法保存：{}</translation>
    </message>
    <message>
        <source>The state after step {} is saved</source>
        <translation>第 {} 步后的状态已保存</translation>
    </message>
    <message>
        <source>The state belongs to another run or is damaged</source>
        <translation>该状态属于另一个运行或已损坏</translation>
    </message>
    <message>
        <source>The tokenizer cannot be read: {}</source>
        <translation>无法读取分词器：{}</translation>
    </message>
    <message>
        <source>The weights are stored as {} and are dequantised to {} on import: what is trained and saved is the dequantised model</source>
        <translation>权重以 {} 存储，导入时反量化为 {}：训练和保存的都是反量化后的模型</translation>
    </message>
    <message>
        <source>The weights may have diverged in training, or the file is damaged</source>
        <translation>权重可能在训练中发散，或文件已损坏</translation>
    </message>
    <message>
        <source>The weights may have diverged: try a smaller learning rate</source>
        <translation>权重可能已发散：请尝试更小的学习率</translation>
    </message>
    <message>
        <source>There is a CUDA device, but LibTorch&apos;s CUDA library could not be opened: {}.</source>
        <translation>有 CUDA 设备，但无法打开 LibTorch 的 CUDA 库：{}。</translation>
    </message>
    <message>
        <source>There is no CUDA device on this machine ({}).</source>
        <translation>这台电脑上没有 CUDA 设备（{}）。</translation>
    </message>
    <message>
        <source>This delta belongs to another base model</source>
        <translation>此增量属于另一个基础模型</translation>
    </message>
    <message>
        <source>This delta was trained with another one and would answer wrongly</source>
        <translation>此增量是用另一个训练的，回答会出错</translation>
    </message>
    <message>
        <source>This is a fault of the program: please report it</source>
        <translation>这是程序的错误：请报告</translation>
    </message>
    <message>
        <source>This program was built without CUDA: no CUDA device was used.</source>
        <translation>本程序构建时不含 CUDA：未使用 CUDA 设备。</translation>
    </message>
    <message>
        <source>Train half as many weights</source>
        <translation>训练的权重数减半</translation>
    </message>
    <message>
        <source>Train the upper half of the layers</source>
        <translation>只训练上半部分的层</translation>
    </message>
    <message>
        <source>Undo the other delta first</source>
        <translation>请先撤销另一个增量</translation>
    </message>
    <message>
        <source>Use a smaller batch or shorter rows, or turn activation checkpointing on</source>
        <translation>请使用更小的批次或更短的行，或启用重新计算激活</translation>
    </message>
    <message>
        <source>Use the device cpu.</source>
        <translation>请使用设备 cpu。</translation>
    </message>
    <message>
        <source>Wait until it ends, or end it</source>
        <translation>请等待其结束，或将其结束</translation>
    </message>
    <message>
        <source>Weights in bf16, with fp32 masters for what trains</source>
        <translation>权重用 bf16，参与训练的部分用 fp32 主副本</translation>
    </message>
    <message>
        <source>Weights in memory: bf16 or fp32.</source>
        <translation>内存中的权重：bf16 或 fp32。</translation>
    </message>
    <message>
        <source>[layer, projection, entries, overlap, bound]</source>
        <translation>[layer, projection, entries, overlap, bound]</translation>
    </message>
    <message>
        <source>&quot;a Regex pattern&quot;</source>
        <translation>&quot;Regex 模式&quot;</translation>
    </message>
    <message>
        <source>&quot;bf16&quot; or &quot;fp32&quot;</source>
        <translation>&quot;bf16&quot; 或 &quot;fp32&quot;</translation>
    </message>
    <message>
        <source>&quot;cpu&quot; or &quot;cuda:N&quot;</source>
        <translation>&quot;cpu&quot; 或 &quot;cuda:N&quot;</translation>
    </message>
    <message>
        <source>a SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>a SHA-256 of 64 hexadecimal digits</source>
        <translation>64 位十六进制的 SHA-256</translation>
    </message>
    <message>
        <source>a boolean</source>
        <translation>布尔值</translation>
    </message>
    <message>
        <source>a character</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>a count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>a fingerprint exactly where entries changed</source>
        <translation>当且仅当元素有改变时带有指纹</translation>
    </message>
    <message>
        <source>a folder with plain fp32, fp16 or bf16 weights, or a GGUF file</source>
        <translation>含普通 fp32、fp16 或 bf16 权重的文件夹，或 GGUF 文件</translation>
    </message>
    <message>
        <source>a format number</source>
        <translation>格式版本号</translation>
    </message>
    <message>
        <source>a function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>a hole before its data: expected a beginning at byte {}, found {}</source>
        <translation>其数据之前有空隙：应从字节 {} 开始，实际为 {}</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a list of ids</source>
        <translation>id 列表</translation>
    </message>
    <message>
        <source>a list of messages</source>
        <translation>消息列表</translation>
    </message>
    <message>
        <source>a list of q, k, v, o, gate, up, down</source>
        <translation>由 q、k、v、o、gate、up、down 组成的列表</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>文本列表</translation>
    </message>
    <message>
        <source>a list of whole numbers</source>
        <translation>整数列表</translation>
    </message>
    <message>
        <source>a list of {}</source>
        <translation>{} 列表</translation>
    </message>
    <message>
        <source>a low-rank matrix</source>
        <translation>低秩矩阵</translation>
    </message>
    <message>
        <source>a mapping</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>a namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>a number above 0, where 1 is off, at most 100</source>
        <translation>大于 0 且不超过 100 的数值，1 为关闭</translation>
    </message>
    <message>
        <source>a number from 0 (always the likeliest token) to 100</source>
        <translation>0（始终选择最可能的词元）到 100 的数值</translation>
    </message>
    <message>
        <source>a part without text</source>
        <translation>没有文本的部分</translation>
    </message>
    <message>
        <source>a recipe has no such field</source>
        <translation>配方没有这个字段</translation>
    </message>
    <message>
        <source>a shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>a shape that can be stored</source>
        <translation>可存储的形状</translation>
    </message>
    <message>
        <source>a share above 0, at most 1 (off)</source>
        <translation>大于 0、不超过 1（关闭）的比例</translation>
    </message>
    <message>
        <source>a share from 0 (off) to 1</source>
        <translation>0（关闭）到 1 的比例</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a text on the left</source>
        <translation>左侧为文本</translation>
    </message>
    <message>
        <source>a text or a list of named templates</source>
        <translation>文本或具名模板的列表</translation>
    </message>
    <message>
        <source>a text, list or mapping on the right</source>
        <translation>右侧为文本、列表或映射</translation>
    </message>
    <message>
        <source>a weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a whole number from 0 to {}</source>
        <translation>0 到 {} 的整数</translation>
    </message>
    <message>
        <source>a whole number of 0 or more</source>
        <translation>不小于 0 的整数</translation>
    </message>
    <message>
        <source>about {} weights by the end: 4 bytes index, {} bytes base value</source>
        <translation>到结束时约 {} 个权重：索引 4 字节，基础值 {} 字节</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>always, first or never</source>
        <translation>always、first 或 never</translation>
    </message>
    <message>
        <source>an answer before any prompt</source>
        <translation>回答出现在任何提示之前</translation>
    </message>
    <message>
        <source>an array of booleans</source>
        <translation>布尔值数组</translation>
    </message>
    <message>
        <source>an array of numbers</source>
        <translation>数值数组</translation>
    </message>
    <message>
        <source>an array of texts</source>
        <translation>文本数组</translation>
    </message>
    <message>
        <source>an array of whole numbers</source>
        <translation>整数数组</translation>
    </message>
    <message>
        <source>an element type</source>
        <translation>元素类型</translation>
    </message>
    <message>
        <source>an empty one</source>
        <translation>空文本</translation>
    </message>
    <message>
        <source>an exception of unknown type</source>
        <translation>未知类型的异常</translation>
    </message>
    <message>
        <source>an id from 0 to {}</source>
        <translation>0 到 {} 的 id</translation>
    </message>
    <message>
        <source>an integer</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>an object of piece to id</source>
        <translation>词片到 id 的对象</translation>
    </message>
    <message>
        <source>an object of texts</source>
        <translation>文本的对象</translation>
    </message>
    <message>
        <source>an object with role and content</source>
        <translation>含 role 和 content 的对象</translation>
    </message>
    <message>
        <source>an object: is this a tokenizer.json of huggingface/tokenizers?</source>
        <translation>对象：这是 huggingface/tokenizers 的 tokenizer.json 吗？</translation>
    </message>
    <message>
        <source>an undefined value</source>
        <translation>未定义的值</translation>
    </message>
    <message>
        <source>another kind</source>
        <translation>其他类型</translation>
    </message>
    <message>
        <source>another process</source>
        <translation>另一个进程</translation>
    </message>
    <message>
        <source>answering was cancelled</source>
        <translation>回答已取消</translation>
    </message>
    <message>
        <source>applying the delta</source>
        <translation>正在应用增量</translation>
    </message>
    <message>
        <source>array element</source>
        <translation>数组元素</translation>
    </message>
    <message>
        <source>array elements</source>
        <translation>数组元素</translation>
    </message>
    <message>
        <source>array length</source>
        <translation>数组长度</translation>
    </message>
    <message>
        <source>at most the tensor&apos;s elements</source>
        <translation>不超过张量的元素数</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>auto (the model&apos;s chat template, else alpaca), chat, alpaca or plain.</source>
        <translation>auto（模型的聊天模板，否则为 alpaca）、chat、alpaca 或 plain。</translation>
    </message>
    <message>
        <source>base</source>
        <translation>基础张量</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>beside the old</source>
        <translation>与旧的并存</translation>
    </message>
    <message>
        <source>boolean</source>
        <translation>布尔值</translation>
    </message>
    <message>
        <source>byte-level BPE, {} tokens, {}</source>
        <translation>字节级 BPE，{} 个词元，{}</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>chat template</source>
        <translation>聊天模板</translation>
    </message>
    <message>
        <source>checking the export was cancelled</source>
        <translation>检查导出已取消</translation>
    </message>
    <message>
        <source>choice questions</source>
        <translation>选择题</translation>
    </message>
    <message>
        <source>column {}: {}</source>
        <translation>第 {} 列：{}</translation>
    </message>
    <message>
        <source>comparing kernels</source>
        <translation>正在比较内核</translation>
    </message>
    <message>
        <source>comparing the export with the model</source>
        <translation>正在将导出与模型比较</translation>
    </message>
    <message>
        <source>context, cuBLAS and cuSOLVER, a guess that was not measured</source>
        <translation>上下文、cuBLAS 与 cuSOLVER，未经测量的估计</translation>
    </message>
    <message>
        <source>could not bring {} bytes to the disk</source>
        <translation>无法将 {} 字节落盘</translation>
    </message>
    <message>
        <source>could not copy {}: {}</source>
        <translation>无法复制 {}：{}</translation>
    </message>
    <message>
        <source>could not create a file in the folder {}</source>
        <translation>无法在文件夹 {} 中创建文件</translation>
    </message>
    <message>
        <source>could not cut off the unfinished last line</source>
        <translation>无法截去未写完的最后一行</translation>
    </message>
    <message>
        <source>could not follow the symbolic link</source>
        <translation>无法解析符号链接</translation>
    </message>
    <message>
        <source>could not give the finished file of {} bytes its name</source>
        <translation>无法为已写完的 {} 字节文件命名</translation>
    </message>
    <message>
        <source>could not give the folder its name: {}</source>
        <translation>无法为文件夹命名：{}</translation>
    </message>
    <message>
        <source>could not give the new file the old one&apos;s mode</source>
        <translation>无法为新文件设置旧文件的权限</translation>
    </message>
    <message>
        <source>could not lock the folder</source>
        <translation>无法锁定文件夹</translation>
    </message>
    <message>
        <source>could not make the folder: {}</source>
        <translation>无法创建文件夹：{}</translation>
    </message>
    <message>
        <source>could not map {} bytes into memory</source>
        <translation>无法将 {} 字节映射到内存</translation>
    </message>
    <message>
        <source>could not open the file</source>
        <translation>无法打开文件</translation>
    </message>
    <message>
        <source>could not open the folder</source>
        <translation>无法打开文件夹</translation>
    </message>
    <message>
        <source>could not open the lock file</source>
        <translation>无法打开锁文件</translation>
    </message>
    <message>
        <source>could not open the log</source>
        <translation>无法打开日志</translation>
    </message>
    <message>
        <source>could not read at byte {}</source>
        <translation>无法在字节 {} 处读取</translation>
    </message>
    <message>
        <source>could not read the file&apos;s size</source>
        <translation>无法读取文件大小</translation>
    </message>
    <message>
        <source>could not read the free disk space</source>
        <translation>无法读取可用磁盘空间</translation>
    </message>
    <message>
        <source>could not write a line of {} bytes</source>
        <translation>无法写入一行（{} 字节）</translation>
    </message>
    <message>
        <source>could not write the holder&apos;s process id</source>
        <translation>无法写入持有者的进程号</translation>
    </message>
    <message>
        <source>could not write {} bytes at byte {}</source>
        <translation>无法在字节 {1} 处写入 {0} 字节</translation>
    </message>
    <message>
        <source>cpu or cuda:N.</source>
        <translation>cpu 或 cuda:N。</translation>
    </message>
    <message>
        <source>cycle: expected items, found none</source>
        <translation>cycle：应有元素，实际没有</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>data offset</source>
        <translation>数据偏移</translation>
    </message>
    <message>
        <source>data position</source>
        <translation>数据位置</translation>
    </message>
    <message>
        <source>delta</source>
        <translation>增量</translation>
    </message>
    <message>
        <source>delta strength</source>
        <translation>增量强度</translation>
    </message>
    <message>
        <source>dimension</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>dimension count</source>
        <translation>维数</translation>
    </message>
    <message>
        <source>division by zero</source>
        <translation>除以零</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>element type</source>
        <translation>元素类型</translation>
    </message>
    <message>
        <source>empty prompt</source>
        <translation>空提示</translation>
    </message>
    <message>
        <source>entry &quot;unk_token&quot;: expected a piece of the vocabulary, found {}</source>
        <translation>条目 &quot;unk_token&quot;：应为词表中的词片，实际为 {}</translation>
    </message>
    <message>
        <source>entry &quot;vocab&quot;: expected every id once, found id {} for {} and {}</source>
        <translation>条目 &quot;vocab&quot;：每个 id 应只出现一次，实际 id {} 同时用于 {} 和 {}</translation>
    </message>
    <message>
        <source>entry &quot;{}&quot;: expected {}, found {}</source>
        <translation>条目 &quot;{}&quot;：应为 {}，实际为 {}</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>expected 0 (all cores) to 1024, found {}</source>
        <translation>应为 0（所有核心）到 1024，实际为 {}</translation>
    </message>
    <message>
        <source>expected 0 (all) or more, found {}</source>
        <translation>应为 0（全部）或以上，实际为 {}</translation>
    </message>
    <message>
        <source>expected 0 (from epochs) or more, found {}</source>
        <translation>应为 0（由 epochs 决定）或以上，实际为 {}</translation>
    </message>
    <message>
        <source>expected 0 (never) or more steps, found {}</source>
        <translation>应为 0（从不）或更多步，实际为 {}</translation>
    </message>
    <message>
        <source>expected 0 (none) to 0.5, found {}</source>
        <translation>应为 0（无）到 0.5，实际为 {}</translation>
    </message>
    <message>
        <source>expected 0 (off) or more, found {}</source>
        <translation>应为 0（关闭）或以上，实际为 {}</translation>
    </message>
    <message>
        <source>expected 0 (use density) or more, found {}</source>
        <translation>应为 0（使用密度）或以上，实际为 {}</translation>
    </message>
    <message>
        <source>expected 0 ({}) or more, found {}</source>
        <translation>应为 0（{}）或以上，实际为 {}</translation>
    </message>
    <message>
        <source>expected 0 or 1 for a boolean, found {} at byte {}</source>
        <translation>布尔值应为 0 或 1，实际为 {}（字节 {} 处）</translation>
    </message>
    <message>
        <source>expected 0 or more, found {}</source>
        <translation>应为 0 或以上，实际为 {}</translation>
    </message>
    <message>
        <source>expected 0 to {} at entry {}, found {}</source>
        <translation>元素 {1} 处应为 0 到 {0}，实际为 {2}</translation>
    </message>
    <message>
        <source>expected 0 to {}, found {}</source>
        <translation>应为 0 到 {}，实际为 {}</translation>
    </message>
    <message>
        <source>expected 1 or more, found {}</source>
        <translation>应为 1 或以上，实际为 {}</translation>
    </message>
    <message>
        <source>expected 1 tile or more each way, found {} x {}</source>
        <translation>每个方向应有 1 块或以上，实际为 {} x {}</translation>
    </message>
    <message>
        <source>expected 1 to 65536 rows per step, found {}</source>
        <translation>每步行数应为 1 到 65536，实际为 {}</translation>
    </message>
    <message>
        <source>expected 1 to {} for a {} x {} matrix, found {}</source>
        <translation>{1} x {2} 的矩阵应为 1 到 {0}，实际为 {3}</translation>
    </message>
    <message>
        <source>expected 64 hexadecimal digits (SHA-256), found {}</source>
        <translation>应为 64 位十六进制 (SHA-256)，实际为 {}</translation>
    </message>
    <message>
        <source>expected 8 to 1048576 tokens, found {}</source>
        <translation>应为 8 到 1048576 个词元，实际为 {}</translation>
    </message>
    <message>
        <source>expected FIELD=VALUE</source>
        <translation>应为 FIELD=VALUE</translation>
    </message>
    <message>
        <source>expected GGUF in the first four bytes, found {}: not a GGUF file</source>
        <translation>前四个字节应为 GGUF，实际为 {}：不是 GGUF 文件</translation>
    </message>
    <message>
        <source>expected GGUF version 2 or 3, found {}</source>
        <translation>应为 GGUF 版本 2 或 3，实际为 {}</translation>
    </message>
    <message>
        <source>expected JSON, found nothing</source>
        <translation>应为 JSON，实际为空</translation>
    </message>
    <message>
        <source>expected [layer, projection, rows, columns, entries, bytes], found something else</source>
        <translation>应为 [layer, projection, rows, columns, entries, bytes]，实际为其他内容</translation>
    </message>
    <message>
        <source>expected &quot;)&quot;, found {}</source>
        <translation>应为 &quot;)&quot;，实际为 {}</translation>
    </message>
    <message>
        <source>expected &quot;,&quot; or &quot;]&quot;, found {}</source>
        <translation>应为 &quot;,&quot; 或 &quot;]&quot;，实际为 {}</translation>
    </message>
    <message>
        <source>expected &quot;]&quot;, found {}</source>
        <translation>应为 &quot;]&quot;，实际为 {}</translation>
    </message>
    <message>
        <source>expected __metadata__ to be an object, found {}</source>
        <translation>__metadata__ 应为对象，实际为 {}</translation>
    </message>
    <message>
        <source>expected a GGUF file or a model folder, found nothing</source>
        <translation>应为 GGUF 文件或模型文件夹，实际没有</translation>
    </message>
    <message>
        <source>expected a Hugging Face folder</source>
        <translation>应为 Hugging Face 文件夹</translation>
    </message>
    <message>
        <source>expected a JSON object, found another kind of value</source>
        <translation>应为 JSON 对象，实际为其他类型的值</translation>
    </message>
    <message>
        <source>expected a JSON object, found {}</source>
        <translation>应为 JSON 对象，实际为 {}</translation>
    </message>
    <message>
        <source>expected a LIFT delta, found another safetensors file</source>
        <translation>应为 LIFT 增量，实际为其他 safetensors 文件</translation>
    </message>
    <message>
        <source>expected a SHA-256, found something else</source>
        <translation>应为 SHA-256，实际为其他内容</translation>
    </message>
    <message>
        <source>expected a base model that answers some question, found one that answers none: there is nothing to retain</source>
        <translation>基础模型应能答对一些问题，实际一个也没有答对：没有可保留的内容</translation>
    </message>
    <message>
        <source>expected a chat template in the model, found none</source>
        <translation>模型中应有聊天模板，实际没有</translation>
    </message>
    <message>
        <source>expected a count, found something else</source>
        <translation>应为数量，实际为其他内容</translation>
    </message>
    <message>
        <source>expected a field &quot;question&quot; or &quot;instruction&quot;, found neither</source>
        <translation>应有字段 &quot;question&quot; 或 &quot;instruction&quot;，实际都没有</translation>
    </message>
    <message>
        <source>expected a file to replace, found a folder, device or pipe</source>
        <translation>要替换的应为文件，实际为文件夹、设备或管道</translation>
    </message>
    <message>
        <source>expected a file, found a device or a pipe</source>
        <translation>应为文件，实际为设备或管道</translation>
    </message>
    <message>
        <source>expected a file, found a folder</source>
        <translation>应为文件，实际为文件夹</translation>
    </message>
    <message>
        <source>expected a finite {}, found {}; the step was not taken</source>
        <translation>{} 应为有限值，实际为 {}；未执行此步</translation>
    </message>
    <message>
        <source>expected a folder that no one writes, found one held by {}</source>
        <translation>文件夹应无人写入，实际被 {} 占用</translation>
    </message>
    <message>
        <source>expected a free name, found {} taken</source>
        <translation>名称应未被占用，实际 {} 已被占用</translation>
    </message>
    <message>
        <source>expected a function</source>
        <translation>应为函数</translation>
    </message>
    <message>
        <source>expected a function to call, found {}</source>
        <translation>应为可调用的函数，实际为 {}</translation>
    </message>
    <message>
        <source>expected a header of at most {} bytes, found {}: not a safetensors file</source>
        <translation>文件头最多应为 {} 字节，实际为 {}：不是 safetensors 文件</translation>
    </message>
    <message>
        <source>expected a header of {} bytes, found a file that ends {} bytes after its beginning: the file is truncated</source>
        <translation>文件头应为 {} 字节，实际文件在其开头后 {} 字节处结束：文件被截断</translation>
    </message>
    <message>
        <source>expected a header that begins with {{, found {} at byte {}</source>
        <translation>文件头应以 {{ 开头，实际为 {}（字节 {} 处）</translation>
    </message>
    <message>
        <source>expected a known &quot;event&quot;, found {}</source>
        <translation>应为已知的 &quot;event&quot;，实际为 {}</translation>
    </message>
    <message>
        <source>expected a known criterion, found &quot;{}&quot;</source>
        <translation>应为已知的准则，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected a likelihood, found a value that is not finite</source>
        <translation>应为似然值，实际为非有限值</translation>
    </message>
    <message>
        <source>expected a list of at most {} items, found more</source>
        <translation>列表最多应有 {} 个元素，实际更多</translation>
    </message>
    <message>
        <source>expected a list of tensors, found none</source>
        <translation>应有张量列表，实际没有</translation>
    </message>
    <message>
        <source>expected a list of {}, found {}</source>
        <translation>应为 {} 列表，实际为 {}</translation>
    </message>
    <message>
        <source>expected a list, found {}</source>
        <translation>应为列表，实际为 {}</translation>
    </message>
    <message>
        <source>expected a little-endian file, found a big-endian one</source>
        <translation>应为小端文件，实际为大端文件</translation>
    </message>
    <message>
        <source>expected a model folder or a GGUF file, found nothing</source>
        <translation>应为模型文件夹或 GGUF 文件，实际没有</translation>
    </message>
    <message>
        <source>expected a name ending in .png, .svg, .pdf or .csv, found .{}</source>
        <translation>名称应以 .png、.svg、.pdf 或 .csv 结尾，实际为 .{}</translation>
    </message>
    <message>
        <source>expected a name of at most {} bytes, found {}</source>
        <translation>名称最多应为 {} 字节，实际为 {}</translation>
    </message>
    <message>
        <source>expected a namespace, found {}</source>
        <translation>应为命名空间，实际为 {}</translation>
    </message>
    <message>
        <source>expected a new or empty folder, found files in it</source>
        <translation>应为新文件夹或空文件夹，实际其中有文件</translation>
    </message>
    <message>
        <source>expected a norm epsilon from 0 to 1, found {}</source>
        <translation>归一化 epsilon 应为 0 到 1，实际为 {}</translation>
    </message>
    <message>
        <source>expected a number behind -, found {}</source>
        <translation>- 之后应为数值，实际为 {}</translation>
    </message>
    <message>
        <source>expected a number in the slice, found {}</source>
        <translation>切片中应为数值，实际为 {}</translation>
    </message>
    <message>
        <source>expected a number of at most 64 bits, found more</source>
        <translation>数值最多应为 64 比特，实际更多</translation>
    </message>
    <message>
        <source>expected a number, found a value that is not finite</source>
        <translation>应为数值，实际为非有限值</translation>
    </message>
    <message>
        <source>expected a number, found {}</source>
        <translation>应为数值，实际为 {}</translation>
    </message>
    <message>
        <source>expected a part &quot;{}&quot;, found none</source>
        <translation>应有部分 &quot;{}&quot;，实际没有</translation>
    </message>
    <message>
        <source>expected a positive rope base, found {}</source>
        <translation>RoPE 基数应为正数，实际为 {}</translation>
    </message>
    <message>
        <source>expected a positive rope factor, found {}</source>
        <translation>RoPE 系数应为正数，实际为 {}</translation>
    </message>
    <message>
        <source>expected a power of two up to 2^30, found {}</source>
        <translation>应为不超过 2^30 的 2 的幂，实际为 {}</translation>
    </message>
    <message>
        <source>expected a projection&apos;s matrix, found something that no run of ours changes</source>
        <translation>应为投影矩阵，实际为任何运行都不会改变的内容</translation>
    </message>
    <message>
        <source>expected a rectangle inside {} x {} cells, found {} x {} at row {}, column {}</source>
        <translation>矩形应在 {} x {} 个单元之内，实际为 {} x {}，位于第 {} 行、第 {} 列</translation>
    </message>
    <message>
        <source>expected a regular expression, found {}: {} near character {}</source>
        <translation>应为正则表达式，实际为 {0}：第 {2} 个字符附近 {1}</translation>
    </message>
    <message>
        <source>expected a rope scaling that it has a name for, found divisors of the model&apos;s own</source>
        <translation>应为有名称的 RoPE 缩放，实际为模型自带的除数</translation>
    </message>
    <message>
        <source>expected a row from 0 to {}, found {}</source>
        <translation>行应为 0 到 {}，实际为 {}</translation>
    </message>
    <message>
        <source>expected a row from 0 to {}, found {} of epoch {}</source>
        <translation>行应为 0 到 {0}，实际为第 {2} 轮的 {1}</translation>
    </message>
    <message>
        <source>expected a row of at most {} bytes, found {}</source>
        <translation>一行最多应为 {} 字节，实际为 {}</translation>
    </message>
    <message>
        <source>expected a run of {} steps, found one of {}</source>
        <translation>运行应为 {} 步，实际为 {} 步</translation>
    </message>
    <message>
        <source>expected a run that can go on, found one that is done</source>
        <translation>运行应可继续，实际已完成</translation>
    </message>
    <message>
        <source>expected a run that can go on, found one that was stopped without saving</source>
        <translation>运行应可继续，实际已停止且未保存</translation>
    </message>
    <message>
        <source>expected a saved state to go on from, found none</source>
        <translation>应有可以继续的保存状态，实际没有</translation>
    </message>
    <message>
        <source>expected a shape that can be stored, found [{}]</source>
        <translation>应为可存储的形状，实际为 [{}]</translation>
    </message>
    <message>
        <source>expected a shape whose bytes can be counted in 63 bits, found [{}]</source>
        <translation>形状的字节数应能以 63 比特计数，实际为 [{}]</translation>
    </message>
    <message>
        <source>expected a shape whose elements can be counted in 63 bits, found [{}]</source>
        <translation>形状的元素数应能以 63 比特计数，实际为 [{}]</translation>
    </message>
    <message>
        <source>expected a share above 0 and below 1, found {}</source>
        <translation>比例应大于 0 且小于 1，实际为 {}</translation>
    </message>
    <message>
        <source>expected a share from 0 to 1, found {}</source>
        <translation>比例应为 0 到 1，实际为 {}</translation>
    </message>
    <message>
        <source>expected a signed or floating type, found an unsigned one</source>
        <translation>应为有符号或浮点类型，实际为无符号类型</translation>
    </message>
    <message>
        <source>expected a sliding window of 0 (none) or more tokens, found {}</source>
        <translation>滑动窗口应为 0（无）或更多词元，实际为 {}</translation>
    </message>
    <message>
        <source>expected a smaller power, found {}</source>
        <translation>幂应更小，实际为 {}</translation>
    </message>
    <message>
        <source>expected a statement</source>
        <translation>应为语句</translation>
    </message>
    <message>
        <source>expected a statement, found {}</source>
        <translation>应为语句，实际为 {}</translation>
    </message>
    <message>
        <source>expected a statement, found {} with nothing to end</source>
        <translation>应为语句，实际 {} 没有可结束的内容</translation>
    </message>
    <message>
        <source>expected a step that is not 0, found 0</source>
        <translation>步长应不为 0，实际为 0</translation>
    </message>
    <message>
        <source>expected a table and its bytes, found something else</source>
        <translation>应为表及其字节，实际为其他内容</translation>
    </message>
    <message>
        <source>expected a template of at most {} bytes, found {}</source>
        <translation>模板最多应为 {} 字节，实际为 {}</translation>
    </message>
    <message>
        <source>expected a template that ends within {} steps, found a longer one</source>
        <translation>模板应在 {} 步内结束，实际更长</translation>
    </message>
    <message>
        <source>expected a tensor token_embd.weight of rank 2, found none</source>
        <translation>应有 2 维张量 token_embd.weight，实际没有</translation>
    </message>
    <message>
        <source>expected a tensor, found none</source>
        <translation>应有张量，实际没有</translation>
    </message>
    <message>
        <source>expected a token that ends an answer (eos), found none in the tokenizer&apos;s files</source>
        <translation>应有结束回答的词元 (eos)，分词器文件中实际没有</translation>
    </message>
    <message>
        <source>expected a value type from 0 to {}, found {} at byte {}</source>
        <translation>值类型应为 0 到 {}，实际为 {}（字节 {} 处）</translation>
    </message>
    <message>
        <source>expected a whole number up to 2^63-1, found {}</source>
        <translation>应为不超过 2^63-1 的整数，实际为 {}</translation>
    </message>
    <message>
        <source>expected a whole number, found {}</source>
        <translation>应为整数，实际为 {}</translation>
    </message>
    <message>
        <source>expected a {} from 1 to {}, found {}</source>
        <translation>{} 应为 1 到 {}，实际为 {}</translation>
    </message>
    <message>
        <source>expected an array in {}, found {}</source>
        <translation>{} 中应为数组，实际为 {}</translation>
    </message>
    <message>
        <source>expected an array of at most {} elements, found {} at byte {}</source>
        <translation>数组最多应有 {} 个元素，实际为 {}（字节 {} 处）</translation>
    </message>
    <message>
        <source>expected an end of stopped, done, failed or discarded, found &quot;{}&quot;</source>
        <translation>结束状态应为 stopped、done、failed 或 discarded，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected an evaluation, found another record</source>
        <translation>应为评估，实际为其他记录</translation>
    </message>
    <message>
        <source>expected an even head width, found {}</source>
        <translation>头宽度应为偶数，实际为 {}</translation>
    </message>
    <message>
        <source>expected an expression</source>
        <translation>应为表达式</translation>
    </message>
    <message>
        <source>expected an expression, found {}</source>
        <translation>应为表达式，实际为 {}</translation>
    </message>
    <message>
        <source>expected an object for every tensor, found something else</source>
        <translation>每个张量应为一个对象，实际为其他内容</translation>
    </message>
    <message>
        <source>expected an object weight_map from tensor to shard, found none</source>
        <translation>应有从张量到分片的对象 weight_map，实际没有</translation>
    </message>
    <message>
        <source>expected an object, found another value</source>
        <translation>应为对象，实际为其他值</translation>
    </message>
    <message>
        <source>expected an object, found something else</source>
        <translation>应为对象，实际为其他内容</translation>
    </message>
    <message>
        <source>expected an object, found {}</source>
        <translation>应为对象，实际为 {}</translation>
    </message>
    <message>
        <source>expected another name: the format keeps this one for itself</source>
        <translation>应为其他名称：此名称由格式保留</translation>
    </message>
    <message>
        <source>expected answers to the same {} questions, found {}</source>
        <translation>应有同样 {} 个问题的回答，实际为 {}</translation>
    </message>
    <message>
        <source>expected as the manifest says, found none</source>
        <translation>按清单应有此项，实际没有</translation>
    </message>
    <message>
        <source>expected at least 1 prompt at a time, found {}</source>
        <translation>每次至少应有 1 个提示，实际为 {}</translation>
    </message>
    <message>
        <source>expected at least 1, found {}</source>
        <translation>至少应为 1，实际为 {}</translation>
    </message>
    <message>
        <source>expected at least one file, found none</source>
        <translation>至少应有一个文件，实际没有</translation>
    </message>
    <message>
        <source>expected at least one token, found none</source>
        <translation>至少应有一个词元，实际没有</translation>
    </message>
    <message>
        <source>expected at least two choices and the index of the right one</source>
        <translation>至少应有两个选项和正确选项的索引</translation>
    </message>
    <message>
        <source>expected at least {} bytes, found {}: not a safetensors file, or a truncated one</source>
        <translation>至少应为 {} 字节，实际为 {}：不是 safetensors 文件，或文件被截断</translation>
    </message>
    <message>
        <source>expected at most 1000, found {}</source>
        <translation>最多应为 1000，实际为 {}</translation>
    </message>
    <message>
        <source>expected at most 8 sequences inside each other, found more</source>
        <translation>Sequence 最多嵌套 8 层，实际更多</translation>
    </message>
    <message>
        <source>expected at most two colons in a slice, found more</source>
        <translation>切片中最多应有两个冒号，实际更多</translation>
    </message>
    <message>
        <source>expected at most {} arrays and objects inside each other, found more</source>
        <translation>数组和对象最多嵌套 {} 层，实际更多</translation>
    </message>
    <message>
        <source>expected at most {} arrays inside each other, found more at byte {}</source>
        <translation>数组最多嵌套 {} 层，实际更多（字节 {} 处）</translation>
    </message>
    <message>
        <source>expected at most {} bytes of JSON, found {}</source>
        <translation>JSON 最多应为 {} 字节，实际为 {}</translation>
    </message>
    <message>
        <source>expected at most {} bytes of output, found more</source>
        <translation>输出最多应为 {} 字节，实际更多</translation>
    </message>
    <message>
        <source>expected at most {} bytes of text, found more</source>
        <translation>文本最多应为 {} 字节，实际更多</translation>
    </message>
    <message>
        <source>expected at most {} bytes, found {} or more</source>
        <translation>最多应为 {} 字节，实际为 {} 或更多</translation>
    </message>
    <message>
        <source>expected at most {} cells, found {} x {}</source>
        <translation>最多应有 {} 个单元，实际为 {} x {}</translation>
    </message>
    <message>
        <source>expected at most {} dimensions, found {}</source>
        <translation>最多应为 {} 维，实际为 {}</translation>
    </message>
    <message>
        <source>expected at most {} outputs of all heads, found {}</source>
        <translation>所有头的输出合计最多应为 {}，实际为 {}</translation>
    </message>
    <message>
        <source>expected at most {} things inside each other, found more</source>
        <translation>最多嵌套 {} 层，实际更多</translation>
    </message>
    <message>
        <source>expected at most {} tokens, the model&apos;s positions, found {}</source>
        <translation>最多应为 {} 个词元（模型的位置数），实际为 {}</translation>
    </message>
    <message>
        <source>expected at most {} values, found more</source>
        <translation>最多应有 {} 个值，实际更多</translation>
    </message>
    <message>
        <source>expected at most {}, the full rank of {} ({} x {}), found {}</source>
        <translation>最多应为 {}，即 {} ({} x {}) 的满秩，实际为 {}</translation>
    </message>
    <message>
        <source>expected auto, exact, gram or subspace, found &quot;{}&quot;</source>
        <translation>应为 auto、exact、gram 或 subspace，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected auto, off or full, found &quot;{}&quot;</source>
        <translation>应为 auto、off 或 full，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected bf16 or fp32 as dtype to load, found {}</source>
        <translation>加载的 dtype 应为 bf16 或 fp32，实际为 {}</translation>
    </message>
    <message>
        <source>expected bf16 or fp32, found &quot;{}&quot;</source>
        <translation>应为 bf16 或 fp32，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected bf16 or fp32, found {}</source>
        <translation>应为 bf16 或 fp32，实际为 {}</translation>
    </message>
    <message>
        <source>expected break or continue inside a loop, found one outside</source>
        <translation>break 或 continue 应在循环内，实际在循环外</translation>
    </message>
    <message>
        <source>expected byte-level pieces without prefix or suffix, found some</source>
        <translation>字节级词片应无前缀和后缀，实际有</translation>
    </message>
    <message>
        <source>expected cpu, cuda or cuda:N, found &quot;{}&quot;</source>
        <translation>应为 cpu、cuda 或 cuda:N，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected cuda:0 to cuda:{}</source>
        <translation>应为 cuda:0 到 cuda:{}</translation>
    </message>
    <message>
        <source>expected data up to byte {}, found a data section of {} bytes: the file is truncated</source>
        <translation>数据应到字节 {} 为止，实际数据段为 {} 字节：文件被截断</translation>
    </message>
    <message>
        <source>expected data_offsets in rising order, found {} and {}</source>
        <translation>data_offsets 应为升序，实际为 {} 和 {}</translation>
    </message>
    <message>
        <source>expected dimensions below 2^63, found one of {}</source>
        <translation>维度应小于 2^63，实际有一个为 {}</translation>
    </message>
    <message>
        <source>expected every key once, found this one twice</source>
        <translation>每个键应只出现一次，此键实际出现两次</translation>
    </message>
    <message>
        <source>expected every name once, found {} twice in one object</source>
        <translation>每个名称应只出现一次，实际 {} 在同一对象中出现两次</translation>
    </message>
    <message>
        <source>expected every tensor once, found this one twice</source>
        <translation>每个张量应只出现一次，此张量实际出现两次</translation>
    </message>
    <message>
        <source>expected every tensor once, found {} twice</source>
        <translation>每个张量应只出现一次，实际 {} 出现两次</translation>
    </message>
    <message>
        <source>expected every training entry among the changed ones, found others</source>
        <translation>参与训练的元素都应在已改变的元素之中，实际有其他元素</translation>
    </message>
    <message>
        <source>expected finite weights, found NaN or infinity</source>
        <translation>权重应为有限值，实际有 NaN 或无穷大</translation>
    </message>
    <message>
        <source>expected format {} at most, found {}</source>
        <translation>格式最高应为 {}，实际为 {}</translation>
    </message>
    <message>
        <source>expected format {} or earlier, found {}</source>
        <translation>格式应为 {} 或更早，实际为 {}</translation>
    </message>
    <message>
        <source>expected fp32, fp16 or bf16, found {}</source>
        <translation>应为 fp32、fp16 或 bf16，实际为 {}</translation>
    </message>
    <message>
        <source>expected in, found {}</source>
        <translation>应为 in，实际为 {}</translation>
    </message>
    <message>
        <source>expected it for {} layers, found {} tensors without it</source>
        <translation>{} 层应有此张量，实际 {} 个张量中没有它</translation>
    </message>
    <message>
        <source>expected it, found no file with it</source>
        <translation>应有此张量，实际没有含它的文件</translation>
    </message>
    <message>
        <source>expected it, found none</source>
        <translation>应有此项，实际没有</translation>
    </message>
    <message>
        <source>expected it, found {} tensors without it</source>
        <translation>应有此张量，实际 {} 个张量中没有它</translation>
    </message>
    <message>
        <source>expected its data at offset {}, right after the tensor before it, found {}</source>
        <translation>其数据应在偏移 {} 处，紧接前一个张量，实际为 {}</translation>
    </message>
    <message>
        <source>expected layers 0 to {} of {}, found {}</source>
        <translation>应为 {1} 的第 0 到 {0} 层，实际为 {2}</translation>
    </message>
    <message>
        <source>expected linear, cosine or constant, found &quot;{}&quot;</source>
        <translation>应为 linear、cosine 或 constant，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected lines of at most {} bytes, found a longer one at byte {}</source>
        <translation>每行最多应为 {} 字节，实际有更长的行（字节 {} 处）</translation>
    </message>
    <message>
        <source>expected llama3 rope scaling with 0 &lt; low_freq_factor &lt; high_freq_factor and a positive original length, found {}, {}, {}</source>
        <translation>llama3 RoPE 缩放应满足 0 &lt; low_freq_factor &lt; high_freq_factor 且原始长度为正数，实际为 {}、{}、{}</translation>
    </message>
    <message>
        <source>expected macros to call each other at most {} deep, found more</source>
        <translation>宏相互调用最多应为 {} 层，实际更多</translation>
    </message>
    <message>
        <source>expected matrices in order, found {} again or late</source>
        <translation>矩阵应按顺序排列，实际 {} 重复或错位</translation>
    </message>
    <message>
        <source>expected more than 0 when steps is 0, found {}</source>
        <translation>当 steps 为 0 时应大于 0，实际为 {}</translation>
    </message>
    <message>
        <source>expected names and metadata of at most {} bytes, found {}</source>
        <translation>名称与元数据最多应为 {} 字节，实际为 {}</translation>
    </message>
    <message>
        <source>expected nothing after the last matrix, found {} bytes</source>
        <translation>最后一个矩阵之后应无内容，实际有 {} 字节</translation>
    </message>
    <message>
        <source>expected nothing after {} positions, found more bytes</source>
        <translation>{} 个位置之后应无内容，实际还有字节</translation>
    </message>
    <message>
        <source>expected nothing behind the list, found {}</source>
        <translation>列表之后应无内容，实际为 {}</translation>
    </message>
    <message>
        <source>expected numbers, found NaN or infinity</source>
        <translation>应为数值，实际为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>expected one of {}, found &quot;{}&quot;</source>
        <translation>应为 {} 之一，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected one of {}, found {}</source>
        <translation>应为 {} 之一，实际为 {}</translation>
    </message>
    <message>
        <source>expected one of {}; found {}</source>
        <translation>应为 {} 之一；实际为 {}</translation>
    </message>
    <message>
        <source>expected pieces of the vocabulary, found {} + {}: {} is not in it</source>
        <translation>应为词表中的词片，实际为 {} + {}：{} 不在词表中</translation>
    </message>
    <message>
        <source>expected positive rope frequency factors, found {}</source>
        <translation>RoPE 频率系数应为正数，实际为 {}</translation>
    </message>
    <message>
        <source>expected prompts with text, found an empty one</source>
        <translation>提示应有文本，实际有空提示</translation>
    </message>
    <message>
        <source>expected questions, found none</source>
        <translation>应有问题，实际没有</translation>
    </message>
    <message>
        <source>expected rows of a multiple of {} elements for {}, found {}</source>
        <translation>{1} 的行元素数应为 {0} 的倍数，实际为 {2}</translation>
    </message>
    <message>
        <source>expected rows to train on, found an empty data set</source>
        <translation>应有参与训练的行，实际数据集为空</translation>
    </message>
    <message>
        <source>expected rows to train on, found none: all {} rows are left out ({})</source>
        <translation>应有参与训练的行，实际没有：全部 {} 行均被略去（{}）</translation>
    </message>
    <message>
        <source>expected rows, found an empty file</source>
        <translation>应有数据行，实际文件为空</translation>
    </message>
    <message>
        <source>expected rows, found an empty list</source>
        <translation>应有数据行，实际列表为空</translation>
    </message>
    <message>
        <source>expected safetensors files, found none</source>
        <translation>应有 safetensors 文件，实际没有</translation>
    </message>
    <message>
        <source>expected shape [{}], found [{}]</source>
        <translation>形状应为 [{}]，实际为 [{}]</translation>
    </message>
    <message>
        <source>expected something between [ and ], found nothing</source>
        <translation>[ 与 ] 之间应有内容，实际没有</translation>
    </message>
    <message>
        <source>expected something with a field {}, found {}</source>
        <translation>应为含字段 {} 的值，实际为 {}</translation>
    </message>
    <message>
        <source>expected something with an item {}, found {}</source>
        <translation>应为含元素 {} 的值，实际为 {}</translation>
    </message>
    <message>
        <source>expected steps from 0 to {}, found {}</source>
        <translation>步数应为 0 到 {}，实际为 {}</translation>
    </message>
    <message>
        <source>expected text for {} in __metadata__, found {}</source>
        <translation>__metadata__ 中 {} 应为文本，实际为 {}</translation>
    </message>
    <message>
        <source>expected text in the field dtype, found {}</source>
        <translation>字段 dtype 应为文本，实际为 {}</translation>
    </message>
    <message>
        <source>expected text, found binary data</source>
        <translation>应为文本，实际为二进制数据</translation>
    </message>
    <message>
        <source>expected texts, found something else</source>
        <translation>应为文本，实际为其他内容</translation>
    </message>
    <message>
        <source>expected the answers to {} questions, found {}</source>
        <translation>应有 {} 个问题的回答，实际为 {}</translation>
    </message>
    <message>
        <source>expected the column {}, mapped as {}, found only {}</source>
        <translation>应有列 {}（指定为 {}），实际只有 {}</translation>
    </message>
    <message>
        <source>expected the data to end at byte {} with the last tensor, found {} bytes of data</source>
        <translation>数据应随最后一个张量在字节 {} 处结束，实际数据为 {} 字节</translation>
    </message>
    <message>
        <source>expected the dtype of base_values, found another</source>
        <translation>应为 base_values 的 dtype，实际为其他类型</translation>
    </message>
    <message>
        <source>expected the end of the comment, #}}, found the end of the template</source>
        <translation>应为注释结尾 #}}，实际模板已结束</translation>
    </message>
    <message>
        <source>expected the end of the list, &quot;]&quot;, found the end of the file</source>
        <translation>应为列表结尾 &quot;]&quot;，实际文件已结束</translation>
    </message>
    <message>
        <source>expected the end of the tag, found {}</source>
        <translation>应为标签结尾，实际为 {}</translation>
    </message>
    <message>
        <source>expected the end of the tag, {}, found the end of the template</source>
        <translation>应为标签结尾 {}，实际模板已结束</translation>
    </message>
    <message>
        <source>expected the end of the text, {}, found none</source>
        <translation>应有文本结尾 {}，实际没有</translation>
    </message>
    <message>
        <source>expected the entries of a matrix, found {} of shape [{}, {}]</source>
        <translation>应为矩阵的元素，实际为 {}，形状 [{}, {}]</translation>
    </message>
    <message>
        <source>expected the field {}, found none</source>
        <translation>应有字段 {}，实际没有</translation>
    </message>
    <message>
        <source>expected the key model_type with a text, found none</source>
        <translation>应有文本键 model_type，实际没有</translation>
    </message>
    <message>
        <source>expected the model that the run began with, found another</source>
        <translation>应为运行开始时的模型，实际为另一个</translation>
    </message>
    <message>
        <source>expected the name of a column, found an empty one</source>
        <translation>应为列名，实际为空</translation>
    </message>
    <message>
        <source>expected the name of a file of this folder for {}, found {}</source>
        <translation>{} 应为此文件夹中的文件名，实际为 {}</translation>
    </message>
    <message>
        <source>expected the name of a file, found a folder</source>
        <translation>应为文件名，实际为文件夹</translation>
    </message>
    <message>
        <source>expected the name of a shard for {}, found {}</source>
        <translation>{} 应为分片名，实际为 {}</translation>
    </message>
    <message>
        <source>expected the note of a run, found something else</source>
        <translation>应为运行的记录，实际为其他内容</translation>
    </message>
    <message>
        <source>expected the row at bytes {} to {}, found a file of {}</source>
        <translation>该行应在字节 {} 至 {}，实际文件为 {} 字节</translation>
    </message>
    <message>
        <source>expected the state of a run, found another safetensors file</source>
        <translation>应为运行的状态，实际为其他 safetensors 文件</translation>
    </message>
    <message>
        <source>expected the {} (SHA-256 {}), found {}</source>
        <translation>应为{}（SHA-256 {}），实际为 {}</translation>
    </message>
    <message>
        <source>expected the {} attention heads to be a multiple of the key-value heads, found {}</source>
        <translation>{} 个注意力头应为键值头数的倍数，实际键值头为 {} 个</translation>
    </message>
    <message>
        <source>expected the {} that the run began with, {}..., found {}...</source>
        <translation>应为运行开始时的{}（{}...），实际为 {}...</translation>
    </message>
    <message>
        <source>expected this shard, one of {} that {} names, found no such file</source>
        <translation>应有此分片（{1} 列出的 {0} 个之一），实际没有此文件</translation>
    </message>
    <message>
        <source>expected token ids below {}, found {}</source>
        <translation>词元 id 应小于 {}，实际为 {}</translation>
    </message>
    <message>
        <source>expected tokenizer.json or tokenizer.model in the folder, found neither</source>
        <translation>文件夹中应有 tokenizer.json 或 tokenizer.model，实际都没有</translation>
    </message>
    <message>
        <source>expected tokens of a prompt and of every choice, found none</source>
        <translation>提示和每个选项都应有词元，实际没有</translation>
    </message>
    <message>
        <source>expected tokens to predict, found none</source>
        <translation>应有待预测的词元，实际没有</translation>
    </message>
    <message>
        <source>expected two numbers in data_offsets, found {}</source>
        <translation>data_offsets 应有两个数值，实际为 {} 个</translation>
    </message>
    <message>
        <source>expected two pieces of the vocabulary that join to a third, found {}</source>
        <translation>应为词表中可合成第三个词片的两个词片，实际为 {}</translation>
    </message>
    <message>
        <source>expected two things that {} works on, found {} and {}</source>
        <translation>应为两个可用于 {} 的值，实际为 {} 和 {}</translation>
    </message>
    <message>
        <source>expected values in bf16, fp32 or fp64, found {}</source>
        <translation>值的类型应为 bf16、fp32 或 fp64，实际为 {}</translation>
    </message>
    <message>
        <source>expected version {} or earlier, found {}</source>
        <translation>版本应为 {} 或更早，实际为 {}</translation>
    </message>
    <message>
        <source>expected weights in {} as the delta has them, found {}</source>
        <translation>权重类型应与增量相同，即 {}，实际为 {}</translation>
    </message>
    <message>
        <source>expected what this delta replaces, found what another one replaced</source>
        <translation>应为此增量所替换的内容，实际为另一个增量所替换的内容</translation>
    </message>
    <message>
        <source>expected whole numbers from 0 to 2^63-1 in {}, found {}</source>
        <translation>{} 中应为 0 到 2^63-1 的整数，实际为 {}</translation>
    </message>
    <message>
        <source>expected whole numbers up to 2^63-1 in the array, found {} at byte {}</source>
        <translation>数组中应为不超过 2^63-1 的整数，实际为 {}（字节 {} 处）</translation>
    </message>
    <message>
        <source>expected {} F32 values</source>
        <translation>应为 {} 个 F32 值</translation>
    </message>
    <message>
        <source>expected {} [{}], found {} [{}]</source>
        <translation>应为 {} [{}]，实际为 {} [{}]</translation>
    </message>
    <message>
        <source>expected {} bytes for shape [{}], found {}</source>
        <translation>形状 [{1}] 应为 {0} 字节，实际为 {2}</translation>
    </message>
    <message>
        <source>expected {} bytes for {} of shape {}, found a range of {} bytes</source>
        <translation>形状 {2} 的 {1} 应为 {0} 字节，实际范围为 {3} 字节</translation>
    </message>
    <message>
        <source>expected {} bytes of data at byte {}, found a file of {} bytes: the file is truncated</source>
        <translation>字节 {1} 处应有 {0} 字节数据，实际文件为 {2} 字节：文件被截断</translation>
    </message>
    <message>
        <source>expected {} bytes of {} at byte {}, found the end of the file {} bytes on: the file is truncated</source>
        <translation>字节 {2} 处应有 {0} 字节的{1}，实际再过 {3} 字节文件就已结束：文件被截断</translation>
    </message>
    <message>
        <source>expected {} entries, as many as tokens, found {}</source>
        <translation>应有 {} 个条目，与词元数相同，实际为 {}</translation>
    </message>
    <message>
        <source>expected {} free bytes on the disk, found {}</source>
        <translation>磁盘应有 {} 字节可用，实际为 {}</translation>
    </message>
    <message>
        <source>expected {} items for as many names, found {}</source>
        <translation>应有与名称数相同的 {} 个元素，实际为 {}</translation>
    </message>
    <message>
        <source>expected {} more bytes, found {}</source>
        <translation>应还有 {} 字节，实际为 {}</translation>
    </message>
    <message>
        <source>expected {} of at most {} bytes, found a length of {} at byte {}</source>
        <translation>{} 最多应为 {} 字节，实际长度为 {}（字节 {} 处）</translation>
    </message>
    <message>
        <source>expected {} of {} x {} cells, found {}</source>
        <translation>{} 应为 {} x {} 个单元，实际为 {}</translation>
    </message>
    <message>
        <source>expected {} or {}, found {}</source>
        <translation>应为 {} 或 {}，实际为 {}</translation>
    </message>
    <message>
        <source>expected {} positions, found only {}</source>
        <translation>应有 {} 个位置，实际只有 {} 个</translation>
    </message>
    <message>
        <source>expected {} positions, found {} bytes, which cannot hold them</source>
        <translation>应有 {} 个位置，实际只有 {} 字节，容纳不下</translation>
    </message>
    <message>
        <source>expected {} rope frequency factors, found {}</source>
        <translation>应有 {} 个 RoPE 频率系数，实际为 {}</translation>
    </message>
    <message>
        <source>expected {} tensors as the manifest says, found {}</source>
        <translation>按清单应有 {} 个张量，实际为 {}</translation>
    </message>
    <message>
        <source>expected {} tensors, found {}</source>
        <translation>应有 {} 个张量，实际为 {}</translation>
    </message>
    <message>
        <source>expected {} to be one of the supported families ({}), found &quot;{}&quot;</source>
        <translation>{} 应为支持的系列之一（{}），实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected {} weights, found {}[{}]</source>
        <translation>应为 {} 个权重，实际为 {}[{}]</translation>
    </message>
    <message>
        <source>expected {} {} of at least {} bytes each at byte {}, found the end of the file {} bytes on: the file is truncated or its count is wrong</source>
        <translation>字节 {3} 处应有 {0} 个{1}，每个至少 {2} 字节，实际再过 {4} 字节文件就已结束：文件被截断或其数量有误</translation>
    </message>
    <message>
        <source>expected {}, found &quot;{}&quot;</source>
        <translation>应为 {}，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected {}, found no such key</source>
        <translation>应为 {}，实际没有此键</translation>
    </message>
    <message>
        <source>expected {}, found {}</source>
        <translation>应为 {}，实际为 {}</translation>
    </message>
    <message>
        <source>expected {}, found {} of shape [{}]</source>
        <translation>应为 {}，实际为 {}，形状 [{}]</translation>
    </message>
    <message>
        <source>expected {}[{}], found {}[{}]</source>
        <translation>应为 {}[{}]，实际为 {}[{}]</translation>
    </message>
    <message>
        <source>expected {}{} to be {}, found {}</source>
        <translation>{}{} 应为 {}，实际为 {}</translation>
    </message>
    <message>
        <source>field &quot;answer&quot;: expected an index from 0 to {}, found {}</source>
        <translation>字段 &quot;answer&quot;：索引应为 0 到 {}，实际为 {}</translation>
    </message>
    <message>
        <source>field &quot;answer&quot;: expected one of the choices or its index, found {}</source>
        <translation>字段 &quot;answer&quot;：应为选项之一或其索引，实际为 {}</translation>
    </message>
    <message>
        <source>field &quot;answer&quot;: expected the right choice, found nothing</source>
        <translation>字段 &quot;answer&quot;：应为正确选项，实际没有</translation>
    </message>
    <message>
        <source>field &quot;choices&quot;: expected at least two texts, found something else</source>
        <translation>字段 &quot;choices&quot;：至少应有两个文本，实际为其他内容</translation>
    </message>
    <message>
        <source>field &quot;instruction&quot;: expected choices and &quot;Answer format: a/b&quot;, found {}</source>
        <translation>字段 &quot;instruction&quot;：应有选项和 &quot;Answer format: a/b&quot;，实际为 {}</translation>
    </message>
    <message>
        <source>field &quot;{}&quot;: expected {}, found something else</source>
        <translation>字段 &quot;{}&quot;：应为 {}，实际为其他内容</translation>
    </message>
    <message>
        <source>field &quot;{}&quot;: expected {}, found {}</source>
        <translation>字段 &quot;{}&quot;：应为 {}，实际为 {}</translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>fingerprints</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>from 1 to {} tokens</source>
        <translation>1 到 {} 个词元</translation>
    </message>
    <message>
        <source>from GGUF</source>
        <translation>来自 GGUF</translation>
    </message>
    <message>
        <source>generating</source>
        <translation>正在生成</translation>
    </message>
    <message>
        <source>generating text</source>
        <translation>生成文本</translation>
    </message>
    <message>
        <source>generation</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>gradients and products of the layer at work</source>
        <translation>当前层的梯度与乘积</translation>
    </message>
    <message>
        <source>head width</source>
        <translation>头宽度</translation>
    </message>
    <message>
        <source>header of {}</source>
        <translation>{} 的文件头</translation>
    </message>
    <message>
        <source>heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>held-out loss</source>
        <translation>留出损失</translation>
    </message>
    <message>
        <source>held-out rows</source>
        <translation>留出的行</translation>
    </message>
    <message>
        <source>hidden size</source>
        <translation>隐藏层大小</translation>
    </message>
    <message>
        <source>indices</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>inspecting {}</source>
        <translation>检查 {}</translation>
    </message>
    <message>
        <source>intermediate size</source>
        <translation>中间层大小</translation>
    </message>
    <message>
        <source>is a symbolic link, so other folders share its bytes</source>
        <translation>是符号链接，其他文件夹也共用其字节</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>items that have an order</source>
        <translation>可比较顺序的元素</translation>
    </message>
    <message>
        <source>its bytes {} to {} overlap those of tensor {}: expected a beginning at byte {}, found {}</source>
        <translation>其字节 {} 至 {} 与张量 {} 的字节重叠：应从字节 {} 开始，实际为 {}</translation>
    </message>
    <message>
        <source>key count</source>
        <translation>键数</translation>
    </message>
    <message>
        <source>key name</source>
        <translation>键名</translation>
    </message>
    <message>
        <source>key {}</source>
        <translation>键 {}</translation>
    </message>
    <message>
        <source>key {} of the header</source>
        <translation>文件头的键 {}</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>键</translation>
    </message>
    <message>
        <source>largest position</source>
        <translation>最大位置</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>layer workspace</source>
        <translation>单层工作区</translation>
    </message>
    <message>
        <source>layer {} is named twice</source>
        <translation>第 {} 层被列出两次</translation>
    </message>
    <message>
        <source>line {}, column {}: {}</source>
        <translation>第 {} 行，第 {} 列：{}</translation>
    </message>
    <message>
        <source>line {}: the template uses {}, which this program does not handle</source>
        <translation>第 {} 行：模板使用了 {}，本程序不支持</translation>
    </message>
    <message>
        <source>line {}: {}</source>
        <translation>第 {} 行：{}</translation>
    </message>
    <message>
        <source>linear, cosine or constant.</source>
        <translation>linear、cosine 或 constant。</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>加载模型</translation>
    </message>
    <message>
        <source>loading weights</source>
        <translation>正在加载权重</translation>
    </message>
    <message>
        <source>loading {}</source>
        <translation>加载 {}</translation>
    </message>
    <message>
        <source>logits of the next token</source>
        <translation>下一个词元的 logits</translation>
    </message>
    <message>
        <source>looking for models</source>
        <translation>正在查找模型</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>low-rank approximation</source>
        <translation>低秩近似</translation>
    </message>
    <message>
        <source>masks of {}</source>
        <translation>{} 的掩码</translation>
    </message>
    <message>
        <source>masters and moments</source>
        <translation>主副本与动量</translation>
    </message>
    <message>
        <source>matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>measuring it was cancelled</source>
        <translation>测量已取消</translation>
    </message>
    <message>
        <source>measuring the held-out loss</source>
        <translation>正在测量留出损失</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>model configuration</source>
        <translation>模型配置</translation>
    </message>
    <message>
        <source>more than 0</source>
        <translation>大于 0</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>都没有</translation>
    </message>
    <message>
        <source>next record of changes</source>
        <translation>下一份改变记录</translation>
    </message>
    <message>
        <source>next selection</source>
        <translation>下一次选择</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有回答</translation>
    </message>
    <message>
        <source>no data set is open</source>
        <translation>没有打开数据集</translation>
    </message>
    <message>
        <source>no delta is attached</source>
        <translation>尚未应用增量</translation>
    </message>
    <message>
        <source>no end token behind an answer</source>
        <translation>回答之后没有结束词元</translation>
    </message>
    <message>
        <source>no held-out rows are open</source>
        <translation>没有打开留出的行</translation>
    </message>
    <message>
        <source>no model is chosen</source>
        <translation>未选择模型</translation>
    </message>
    <message>
        <source>no model is open</source>
        <translation>没有打开模型</translation>
    </message>
    <message>
        <source>no such field</source>
        <translation>没有此字段</translation>
    </message>
    <message>
        <source>no such tensor</source>
        <translation>没有此张量</translation>
    </message>
    <message>
        <source>no training data is chosen</source>
        <translation>未选择训练数据</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not valid JSON: {}</source>
        <translation>不是有效的 JSON：{}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>number of attention heads</source>
        <translation>注意力头数</translation>
    </message>
    <message>
        <source>number of key-value heads</source>
        <translation>键值头数</translation>
    </message>
    <message>
        <source>number of layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>only before and after</source>
        <translation>仅在前后</translation>
    </message>
    <message>
        <source>optimizer state, {}</source>
        <translation>优化器状态，{}</translation>
    </message>
    <message>
        <source>pairs of pieces, [&quot;a&quot;, &quot;b&quot;] or &quot;a b&quot;</source>
        <translation>词片对，[&quot;a&quot;, &quot;b&quot;] 或 &quot;a b&quot;</translation>
    </message>
    <message>
        <source>pairs of texts</source>
        <translation>文本对</translation>
    </message>
    <message>
        <source>parts of text</source>
        <translation>文本的各部分</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>内存计划</translation>
    </message>
    <message>
        <source>pools</source>
        <translation>缓存池</translation>
    </message>
    <message>
        <source>position {}: expected one below {}, found {}</source>
        <translation>位置 {}：应小于 {}，实际为 {}</translation>
    </message>
    <message>
        <source>pre-tokeniser {}</source>
        <translation>预分词器 {}</translation>
    </message>
    <message>
        <source>process {}</source>
        <translation>进程 {}</translation>
    </message>
    <message>
        <source>program and libraries</source>
        <translation>程序与库</translation>
    </message>
    <message>
        <source>prompt of {} tokens: nothing to learn within {}</source>
        <translation>提示有 {} 个词元：在 {} 个之内没有可学习的内容</translation>
    </message>
    <message>
        <source>prompt {}</source>
        <translation>提示 {}</translation>
    </message>
    <message>
        <source>pytorch_model.bin, which can run code when it is read</source>
        <translation>pytorch_model.bin，读取它时可能会运行代码</translation>
    </message>
    <message>
        <source>question {}</source>
        <translation>问题 {}</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>range: expected a step that is not 0, found 0</source>
        <translation>range：步长应不为 0，实际为 0</translation>
    </message>
    <message>
        <source>range: expected at most {} numbers, found more</source>
        <translation>range：最多应有 {} 个数值，实际更多</translation>
    </message>
    <message>
        <source>range: expected one to three numbers</source>
        <translation>range：应为一到三个数值</translation>
    </message>
    <message>
        <source>reading rows</source>
        <translation>正在读取数据行</translation>
    </message>
    <message>
        <source>reading the delta was cancelled</source>
        <translation>读取增量已取消</translation>
    </message>
    <message>
        <source>reading the run&apos;s state</source>
        <translation>正在读取运行的状态</translation>
    </message>
    <message>
        <source>reading was cancelled</source>
        <translation>读取已取消</translation>
    </message>
    <message>
        <source>recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>record of changes</source>
        <translation>改变记录</translation>
    </message>
    <message>
        <source>refresh workspace</source>
        <translation>更新工作区</translation>
    </message>
    <message>
        <source>resume state of step {}</source>
        <translation>第 {} 步的恢复状态</translation>
    </message>
    <message>
        <source>resume state of step {}, part &quot;{}&quot;</source>
        <translation>第 {} 步的恢复状态，部分 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>retention probe</source>
        <translation>保留测试</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>scores and heads of one row of {} tokens</source>
        <translation>一行 {} 个词元的得分与各头</translation>
    </message>
    <message>
        <source>scoring choice questions</source>
        <translation>正在为选择题评分</translation>
    </message>
    <message>
        <source>scoring was cancelled</source>
        <translation>评分已取消</translation>
    </message>
    <message>
        <source>scratch of matrix products and freed pieces that the allocator keeps, measured</source>
        <translation>矩阵乘积的暂存与分配器保留的已释放块，实测</translation>
    </message>
    <message>
        <source>seconds by phase</source>
        <translation>各阶段的秒数</translation>
    </message>
    <message>
        <source>select: expected the name of a test, found {}</source>
        <translation>select：应为测试名，实际为 {}</translation>
    </message>
    <message>
        <source>selectattr: expected the name of an attribute, found nothing</source>
        <translation>selectattr：应为属性名，实际没有</translation>
    </message>
    <message>
        <source>selecting weights</source>
        <translation>正在选择权重</translation>
    </message>
    <message>
        <source>selection</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>self-check</source>
        <translation>自检</translation>
    </message>
    <message>
        <source>shape {}</source>
        <translation>形状 {}</translation>
    </message>
    <message>
        <source>singular value decomposition</source>
        <translation>奇异值分解</translation>
    </message>
    <message>
        <source>singular values</source>
        <translation>奇异值</translation>
    </message>
    <message>
        <source>spectra</source>
        <translation>谱</translation>
    </message>
    <message>
        <source>stopped after {} of {} matrices</source>
        <translation>在 {1} 个矩阵中的 {0} 个之后停止</translation>
    </message>
    <message>
        <source>stopped before its end</source>
        <translation>在结束前停止</translation>
    </message>
    <message>
        <source>stopped before this file</source>
        <translation>在此文件之前停止</translation>
    </message>
    <message>
        <source>taking fingerprints</source>
        <translation>正在计算指纹</translation>
    </message>
    <message>
        <source>taking them was cancelled</source>
        <translation>计算已取消</translation>
    </message>
    <message>
        <source>tensor count</source>
        <translation>张量数</translation>
    </message>
    <message>
        <source>tensor name</source>
        <translation>张量名</translation>
    </message>
    <message>
        <source>tensor {}</source>
        <translation>张量 {}</translation>
    </message>
    <message>
        <source>tensor {} of the table</source>
        <translation>表中的张量 {}</translation>
    </message>
    <message>
        <source>tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>texts that are not empty</source>
        <translation>非空文本</translation>
    </message>
    <message>
        <source>the columns of a layout we know ({})</source>
        <translation>已知格式的列（{}）</translation>
    </message>
    <message>
        <source>the columns of the layout {}</source>
        <translation>格式 {} 的列</translation>
    </message>
    <message>
        <source>the end of the tag</source>
        <translation>标签结尾</translation>
    </message>
    <message>
        <source>the end of the template</source>
        <translation>模板结尾</translation>
    </message>
    <message>
        <source>the file could not be written: {}</source>
        <translation>无法写入文件：{}</translation>
    </message>
    <message>
        <source>the file was given up after an earlier error</source>
        <translation>因先前的错误已放弃此文件</translation>
    </message>
    <message>
        <source>the filter {}</source>
        <translation>过滤器 {}</translation>
    </message>
    <message>
        <source>the filter {} is not one that this program has</source>
        <translation>本程序没有过滤器 {}</translation>
    </message>
    <message>
        <source>the folder for runs could not be made: {}</source>
        <translation>无法创建运行文件夹：{}</translation>
    </message>
    <message>
        <source>the folder of runs could not be read: {}</source>
        <translation>无法读取运行文件夹：{}</translation>
    </message>
    <message>
        <source>widened factors</source>
        <translation>展宽的因子</translation>
    </message>
    <message>
        <source>a product at a time in fp32: this CPU has no instructions for bf16</source>
        <translation>每次一个 fp32 乘积：此 CPU 没有 bf16 指令</translation>
    </message>
    <message>
        <source>the largest matrix, {} weights, in fp32: its copy, W_r, scores; {} side by side</source>
        <translation>最大的矩阵，{} 个权重，fp32：其副本、W_r、得分；同时处理 {} 个</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>the model to have it</source>
        <translation>模型中有此张量</translation>
    </message>
    <message>
        <source>the name of a field</source>
        <translation>字段名</translation>
    </message>
    <message>
        <source>the name of a filter</source>
        <translation>过滤器名</translation>
    </message>
    <message>
        <source>the name of a macro</source>
        <translation>宏名</translation>
    </message>
    <message>
        <source>the name of a parameter</source>
        <translation>参数名</translation>
    </message>
    <message>
        <source>the name of a test</source>
        <translation>测试名</translation>
    </message>
    <message>
        <source>the name of a variable</source>
        <translation>变量名</translation>
    </message>
    <message>
        <source>the name of an attribute</source>
        <translation>属性名</translation>
    </message>
    <message>
        <source>the number {}</source>
        <translation>数值 {}</translation>
    </message>
    <message>
        <source>the run could not be removed: {}</source>
        <translation>无法删除运行：{}</translation>
    </message>
    <message>
        <source>the run&apos;s folder could not be made: {}</source>
        <translation>无法创建此运行的文件夹：{}</translation>
    </message>
    <message>
        <source>the run&apos;s log is not there</source>
        <translation>运行日志不存在</translation>
    </message>
    <message>
        <source>the statement {{% {} %}}</source>
        <translation>语句 {{% {} %}}</translation>
    </message>
    <message>
        <source>the template refuses the conversation: {}</source>
        <translation>模板拒绝此对话：{}</translation>
    </message>
    <message>
        <source>the test {}</source>
        <translation>测试 {}</translation>
    </message>
    <message>
        <source>the text {}</source>
        <translation>文本 {}</translation>
    </message>
    <message>
        <source>the {} bytes are written, but the folder could not be brought to the disk: {}</source>
        <translation>已写入 {} 字节，但无法将文件夹落盘：{}</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>training step</source>
        <translation>训练步</translation>
    </message>
    <message>
        <source>training ten steps</source>
        <translation>正在训练十步</translation>
    </message>
    <message>
        <source>training, step {}</source>
        <translation>训练，第 {} 步</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>tuned tensor</source>
        <translation>微调后的张量</translation>
    </message>
    <message>
        <source>two pieces with one blank between them</source>
        <translation>以一个空格分隔的两个词片</translation>
    </message>
    <message>
        <source>type number {}</source>
        <translation>类型编号 {}</translation>
    </message>
    <message>
        <source>undoing the delta</source>
        <translation>正在撤销增量</translation>
    </message>
    <message>
        <source>user, assistant, system or tool (human, gpt, ...)</source>
        <translation>user、assistant、system 或 tool（human、gpt……）</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>value type</source>
        <translation>值类型</translation>
    </message>
    <message>
        <source>version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>vocabulary size</source>
        <translation>词表大小</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>writing tensors</source>
        <translation>正在写入张量</translation>
    </message>
    <message>
        <source>writing was cancelled</source>
        <translation>写入已取消</translation>
    </message>
    <message>
        <source>{:.0f} % of the base model&apos;s score on the probe are left</source>
        <translation>保留测试得分仅剩基础模型的 {:.0f} %</translation>
    </message>
    <message>
        <source>{{&quot;String&quot;: text}} or {{&quot;Regex&quot;: text}}</source>
        <translation>{{&quot;String&quot;: 文本}} 或 {{&quot;Regex&quot;: 文本}}</translation>
    </message>
    <message>
        <source>{} (the first of {} broken rows among {})</source>
        <translation>{0}（{2} 行中有 {1} 行有误，此为第一行）</translation>
    </message>
    <message>
        <source>{} (the only one of {} rows)</source>
        <translation>{}（{} 行中仅此一行有误）</translation>
    </message>
    <message>
        <source>{} bytes were free when it failed. {}</source>
        <translation>失败时可用空间为 {} 字节。{}</translation>
    </message>
    <message>
        <source>{} indices and carried numbers beside the old</source>
        <translation>{} 个索引与沿用数值，与旧的并存</translation>
    </message>
    <message>
        <source>{} is named twice</source>
        <translation>{} 被列出两次</translation>
    </message>
    <message>
        <source>{} of {} labels at a time against {} words</source>
        <translation>每次 {} / {} 个标签，对 {} 个词</translation>
    </message>
    <message>
        <source>{} tokens a pass, {} layers kept whole and {} as their input</source>
        <translation>单次前向 {} 个词元，{} 层完整保留，{} 层只保留输入</translation>
    </message>
    <message>
        <source>{} tokens of one layer, without gradients</source>
        <translation>一层 {} 个词元，无梯度</translation>
    </message>
    <message>
        <source>{} tokens, more than {}</source>
        <translation>{} 个词元，超过 {}</translation>
    </message>
    <message>
        <source>{} tokens, {} cut off</source>
        <translation>{} 个词元，截去 {} 个</translation>
    </message>
    <message>
        <source>{} trained weights: 4 bytes master, 8 bytes moments, 2 bytes age</source>
        <translation>{} 个参与训练的权重：主副本 4 字节，动量 8 字节，步龄 2 字节</translation>
    </message>
    <message>
        <source>{} values of {}</source>
        <translation>{} 个 {} 值</translation>
    </message>
    <message>
        <source>{} weights of {} bytes</source>
        <translation>{} 个权重，每个 {} 字节</translation>
    </message>
    <message>
        <source>{}, base</source>
        <translation>{}，base</translation>
    </message>
    <message>
        <source>{}, key {}</source>
        <translation>{}，键 {}</translation>
    </message>
    <message>
        <source>{}, line {}</source>
        <translation>{}，第 {} 行</translation>
    </message>
    <message>
        <source>{}, manifest</source>
        <translation>{}，清单</translation>
    </message>
    <message>
        <source>{}, metrics</source>
        <translation>{}，metrics</translation>
    </message>
    <message>
        <source>{}, state</source>
        <translation>{}，状态</translation>
    </message>
    <message>
        <source>{}, tensor {}</source>
        <translation>{}，张量 {}</translation>
    </message>
    <message>
        <source>{}, tokenizer.ggml.merges[{}]</source>
        <translation>{}，tokenizer.ggml.merges[{}]</translation>
    </message>
    <message>
        <source>{}, {}</source>
        <translation>{}，{}</translation>
    </message>
    <message>
        <source>{}, {} of {}</source>
        <translation>{0}，{2} 的 {1}</translation>
    </message>
    <message>
        <source>{}.</source>
        <translation>{}。</translation>
    </message>
    <message>
        <source>{}. {}</source>
        <translation>{}。{}</translation>
    </message>
    <message>
        <source>{}: expected at most {} arguments, found {}</source>
        <translation>{}：最多应有 {} 个参数，实际为 {}</translation>
    </message>
    <message>
        <source>{}: expected {}, found {}</source>
        <translation>{}：应为 {}，实际为 {}</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}：{}</translation>
    </message>
    <message>
        <source>{}{} is {}; supported is {}</source>
        <translation>{}{} 为 {}；仅支持 {}</translation>
    </message>
    <message>
        <source>Continued</source>
        <translation>已继续</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>{} ({} tensors)</source>
        <translation>{}（{} 个张量）</translation>
    </message>
    <message>
        <source>input/output</source>
        <translation>输入/输出</translation>
    </message>
    <message>
        <source>internal error</source>
        <translation>内部错误</translation>
    </message>
    <message>
        <source>invalid argument</source>
        <translation>参数无效</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>格式有误</translation>
    </message>
    <message>
        <source>mismatch</source>
        <translation>不匹配</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>非有限数值</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>unsupported</source>
        <translation>不支持</translation>
    </message>
    <message>
        <source>{} or {}</source>
        <translation>{} 或 {}</translation>
    </message>
    <message>
        <source>Choose the folder that has config.json and the safetensors files</source>
        <translation>请选择包含 config.json 和 safetensors 文件的文件夹</translation>
    </message>
    <message>
        <source>0 (none) or more</source>
        <translation>0（无）或以上</translation>
    </message>
    <message>
        <source>0 (none) or more tokens</source>
        <translation>0（无）或更多词元</translation>
    </message>
    <message>
        <source>0 (the message does not train) or 1</source>
        <translation>0（该消息不参与训练）或 1</translation>
    </message>
    <message>
        <source>1 or more</source>
        <translation>1 或以上</translation>
    </message>
    <message>
        <source>1 or more, since layers slide</source>
        <translation>1 或以上，因为有滑动窗口层</translation>
    </message>
    <message>
        <source>A SHiRA adapter of r = {} for {} matrices: {} changed entries, filled up with zeros to PEFT&apos;s count</source>
        <translation>r = {} 的 SHiRA 适配器，用于 {} 个矩阵：{} 个改变的元素，以零补足到 PEFT 的数量</translation>
    </message>
    <message>
        <source>A learning rate of {:g} is far above what usually works, 1e-4 to 1e-3: the loss may climb</source>
        <translation>学习率 {:g} 远高于通常有效的 1e-4 到 1e-3：损失可能上升</translation>
    </message>
    <message>
        <source>A learning rate of {:g} ruins the model: every step moves the weights by about as much as they are. Usual are 1e-4 to 1e-3</source>
        <translation>学习率 {:g} 会毁坏模型：每一步对权重的改变约与权重本身一样大。通常为 1e-4 到 1e-3</translation>
    </message>
    <message>
        <source>A lower learning rate usually helps</source>
        <translation>降低学习率通常有效</translation>
    </message>
    <message>
        <source>A model is the whole folder: config.json, safetensors and tokenizer files</source>
        <translation>模型是整个文件夹：config.json、safetensors 和分词器文件</translation>
    </message>
    <message>
        <source>A model&apos;s weights have one of these two names</source>
        <translation>模型的权重使用这两个名称之一</translation>
    </message>
    <message>
        <source>A step takes about {:.1f} s here: {} of the recipe&apos;s {} steps are made, to keep to about {:.0f} s</source>
        <translation>这里一步约需 {:.1f} 秒：只进行 {} 步（配方为 {} 步），以保持在约 {:.0f} 秒之内</translation>
    </message>
    <message>
        <source>A tokenizer.model of tiktoken&apos;s kind (lines of base64) is not read: take the folder&apos;s tokenizer.json</source>
        <translation>不读取 tiktoken 式的 tokenizer.model（base64 行）：请使用该文件夹的 tokenizer.json</translation>
    </message>
    <message>
        <source>About how long the steps may take: on a slow machine fewer are made; 0: as many as said.</source>
        <translation>各步大约可用的总时间：在慢速机器上会减少步数；0：按指定的步数。</translation>
    </message>
    <message>
        <source>Adapter for PEFT (SHiRA)</source>
        <translation>用于 PEFT 的适配器 (SHiRA)</translation>
    </message>
    <message>
        <source>At a learning rate of {:g} almost nothing is learned. Usual are 1e-4 to 1e-3</source>
        <translation>学习率为 {:g} 时几乎学不到东西。通常为 1e-4 到 1e-3</translation>
    </message>
    <message>
        <source>Attach a delta first</source>
        <translation>请先应用一个增量</translation>
    </message>
    <message>
        <source>Back after step {}; the peak learning rate is {} from there on</source>
        <translation>已退回到第 {} 步之后；此后峰值学习率为 {}</translation>
    </message>
    <message>
        <source>Better: {}</source>
        <translation>变好：{}</translation>
    </message>
    <message>
        <source>Changed entries alone, as plain safetensors</source>
        <translation>仅改变的元素，以普通 safetensors 保存</translation>
    </message>
    <message>
        <source>Choose another rule with evaluate.answer_rule: auto, text, json, number, letter or off</source>
        <translation>请用 evaluate.answer_rule 选择其他规则：auto、text、json、number、letter 或 off</translation>
    </message>
    <message>
        <source>Choose its folder: {}</source>
        <translation>请选择其文件夹：{}</translation>
    </message>
    <message>
        <source>Choose one of the files instead of the folder</source>
        <translation>请选择其中一个文件，而不是文件夹</translation>
    </message>
    <message>
        <source>Choose one of them: {}</source>
        <translation>请选择其中一个：{}</translation>
    </message>
    <message>
        <source>Choose the file: {}</source>
        <translation>请选择该文件：{}</translation>
    </message>
    <message>
        <source>Choose the model&apos;s own GGUF file</source>
        <translation>请选择模型本身的 GGUF 文件</translation>
    </message>
    <message>
        <source>Choose the model&apos;s own GGUF file, which lies beside it</source>
        <translation>请选择模型本身的 GGUF 文件，它就在旁边</translation>
    </message>
    <message>
        <source>Choose the prompt format alpaca or plain, or mend the template</source>
        <translation>请选择提示形式 alpaca 或 plain，或修正模板</translation>
    </message>
    <message>
        <source>Choose the same model as a Hugging Face folder with safetensors, or as GGUF</source>
        <translation>请以带 safetensors 的 Hugging Face 文件夹或 GGUF 形式选择同一模型</translation>
    </message>
    <message>
        <source>Choose the snapshot in it: {}</source>
        <translation>请选择其中的快照：{}</translation>
    </message>
    <message>
        <source>Continue the text as it is (lift generate --raw), or mend the template</source>
        <translation>请按原样续写文本 (lift generate --raw)，或修正模板</translation>
    </message>
    <message>
        <source>Correct it, or unset it to use all that this CPU has</source>
        <translation>请更正，或取消设置以使用此 CPU 的全部功能</translation>
    </message>
    <message>
        <source>End tokens: generation_config.json names {}, config.json {}; an answer ends at any of them. transformers goes by generation_config.json alone.</source>
        <translation>结束词元：generation_config.json 指定 {}，config.json 指定 {}；遇到其中任何一个，回答即结束。transformers 只依据 generation_config.json。</translation>
    </message>
    <message>
        <source>Export the merged model instead</source>
        <translation>请改为导出合并后的模型</translation>
    </message>
    <message>
        <source>Files with the training rows, in order: JSONL, JSON, CSV, TSV or text, also packed.</source>
        <translation>包含训练行的文件，按顺序：JSONL、JSON、CSV、TSV 或文本，也可以是压缩文件。</translation>
    </message>
    <message>
        <source>GGUF file, merged (for llama.cpp, LM Studio, Ollama)</source>
        <translation>GGUF 文件，已合并（用于 llama.cpp、LM Studio、Ollama）</translation>
    </message>
    <message>
        <source>GGUF files begin with the four letters GGUF</source>
        <translation>GGUF 文件以四个字母 GGUF 开头</translation>
    </message>
    <message>
        <source>Get the file again</source>
        <translation>请重新获取该文件</translation>
    </message>
    <message>
        <source>Get the file again, signed in where the model asks for it</source>
        <translation>请重新获取该文件；若模型要求，请先登录</translation>
    </message>
    <message>
        <source>Get the file itself: git lfs pull</source>
        <translation>请获取文件本身：git lfs pull</translation>
    </message>
    <message>
        <source>Get the missing parts into the same folder</source>
        <translation>请将缺失的部分获取到同一文件夹</translation>
    </message>
    <message>
        <source>Get the same model in the Hugging Face format, or convert it with transformers&apos; convert_llama_weights_to_hf.py</source>
        <translation>请获取 Hugging Face 格式的同一模型，或用 transformers 的 convert_llama_weights_to_hf.py 转换</translation>
    </message>
    <message>
        <source>Get the same model in the Hugging Face format: config.json and safetensors</source>
        <translation>请获取 Hugging Face 格式的同一模型：config.json 和 safetensors</translation>
    </message>
    <message>
        <source>Give a longer data.max_tokens</source>
        <translation>请增大 data.max_tokens</translation>
    </message>
    <message>
        <source>Give the parts back their names, or merge them with llama.cpp&apos;s gguf-split</source>
        <translation>请恢复各部分的名称，或用 llama.cpp 的 gguf-split 合并</translation>
    </message>
    <message>
        <source>Held-out rows that are answered before and after; 0: all.</source>
        <translation>训练前后要回答的留出行数；0：全部。</translation>
    </message>
    <message>
        <source>How answers to held-out rows are compared: auto, text, json, number or letter; off: nobody is asked.</source>
        <translation>如何比较对留出行的回答：auto、text、json、number 或 letter；off：不提问。</translation>
    </message>
    <message>
        <source>How they train, of {}.</source>
        <translation>训练方式，可选 {}。</translation>
    </message>
    <message>
        <source>If the model was trained without it, take the key out of config.json</source>
        <translation>若模型训练时没有用到它，请从 config.json 中删去该键</translation>
    </message>
    <message>
        <source>If these are the columns of a table, name the file .csv or .tsv; if it is plain text, .txt</source>
        <translation>如果这些是表格的列，请将文件命名为 .csv 或 .tsv；如果是纯文本，请命名为 .txt</translation>
    </message>
    <message>
        <source>If this is plain text to go on from, name the file .txt</source>
        <translation>如果这是要续写的纯文本，请将文件命名为 .txt</translation>
    </message>
    <message>
        <source>It has data, rule, prompt, items and tokens</source>
        <translation>任务有 data、rule、prompt、items 和 tokens</translation>
    </message>
    <message>
        <source>Its data is not there any more: {}</source>
        <translation>其数据已不存在：{}</translation>
    </message>
    <message>
        <source>Its model is not there any more: {}</source>
        <translation>其模型已不存在：{}</translation>
    </message>
    <message>
        <source>Its recipe.json names the model; lift runs shows it</source>
        <translation>其 recipe.json 指定了模型；lift runs 会显示它</translation>
    </message>
    <message>
        <source>Its retention probe is not there any more: {}</source>
        <translation>其保留测试已不存在：{}</translation>
    </message>
    <message>
        <source>LIFT Studio trains language models</source>
        <translation>LIFT Studio 训练语言模型</translation>
    </message>
    <message>
        <source>LIFT: the principal weights</source>
        <translation>LIFT：主权重</translation>
    </message>
    <message>
        <source>Largest weights</source>
        <translation>最大的权重</translation>
    </message>
    <message>
        <source>Left behind, since it belongs to the base alone: {}</source>
        <translation>未带入，因为它只属于基础模型：{}</translation>
    </message>
    <message>
        <source>Let that trainer write a Hugging Face folder (save_pretrained, or zero_to_fp32.py)</source>
        <translation>请让该训练器写出 Hugging Face 文件夹（save_pretrained 或 zero_to_fp32.py）</translation>
    </message>
    <message>
        <source>Map them by hand: prompt=COLUMN, response=COLUMN (or messages=COLUMN), perhaps {}</source>
        <translation>请手动指定：prompt=COLUMN, response=COLUMN（或 messages=COLUMN），例如 {}</translation>
    </message>
    <message>
        <source>Merge it into its base model first (PEFT: merge_and_unload, then save_pretrained)</source>
        <translation>请先将它合并到其基础模型（PEFT：merge_and_unload，然后 save_pretrained）</translation>
    </message>
    <message>
        <source>Models that write text, one token after another, have no such vocabulary</source>
        <translation>逐个词元书写文本的模型没有这样的词表</translation>
    </message>
    <message>
        <source>Name a JSONL, JSON or CSV file</source>
        <translation>请指定 JSONL、JSON 或 CSV 文件</translation>
    </message>
    <message>
        <source>No row is held out: nobody will see what the model does with rows that it does not know. data.held_out_share=0.1 keeps a tenth</source>
        <translation>没有留出任何行：无法看到模型如何处理它没见过的行。data.held_out_share=0.1 会留出十分之一</translation>
    </message>
    <message>
        <source>No row is held out: {:.0f} % of {} rows are less than one. Nobody will see what the model does with rows that it does not know</source>
        <translation>没有留出任何行：{1} 行的 {0:.0f} % 不足一行。无法看到模型如何处理它没见过的行</translation>
    </message>
    <message>
        <source>Not changed: {}</source>
        <translation>未变：{}</translation>
    </message>
    <message>
        <source>Not used: {}</source>
        <translation>未使用：{}</translation>
    </message>
    <message>
        <source>Nothing usable was downloaded into it yet</source>
        <translation>其中尚未下载任何可用的内容</translation>
    </message>
    <message>
        <source>Of the base, not used and not in the export: {}</source>
        <translation>基础模型中未使用且不在导出中的：{}</translation>
    </message>
    <message>
        <source>Only what changed is written, as positions and new values in the types that the base stores</source>
        <translation>只写出改变的部分，即位置和新值，类型与基础模型的存储类型相同</translation>
    </message>
    <message>
        <source>Only what changed is written, as the difference to the base in fp32</source>
        <translation>只写出改变的部分，即与基础模型之差，以 fp32 表示</translation>
    </message>
    <message>
        <source>Open its base model, then the delta: lift generate --model BASE --delta {}</source>
        <translation>请先打开其基础模型，再打开增量：lift generate --model BASE --delta {}</translation>
    </message>
    <message>
        <source>Open its base model, {}; llama.cpp&apos;s llama-export-lora merges the two</source>
        <translation>请打开其基础模型 {}；llama.cpp 的 llama-export-lora 可将两者合并</translation>
    </message>
    <message>
        <source>Open its base model, {}; to train on with the adapter, merge it first (PEFT: merge_and_unload, then save_pretrained)</source>
        <translation>请打开其基础模型 {}；要带着适配器继续训练，请先合并（PEFT：merge_and_unload，然后 save_pretrained）</translation>
    </message>
    <message>
        <source>Open its base model; llama.cpp&apos;s llama-export-lora merges the two</source>
        <translation>请打开其基础模型；llama.cpp 的 llama-export-lora 可将两者合并</translation>
    </message>
    <message>
        <source>Open the adapter&apos;s base model</source>
        <translation>请打开该适配器的基础模型</translation>
    </message>
    <message>
        <source>Open the base model that it was made for; to train on with the adapter, merge it first (PEFT: merge_and_unload, then save_pretrained)</source>
        <translation>请打开制作它时所用的基础模型；要带着适配器继续训练，请先合并（PEFT：merge_and_unload，然后 save_pretrained）</translation>
    </message>
    <message>
        <source>Pictures, sound and films do not train here: take out the rows that have them</source>
        <translation>图片、声音和视频在此不能训练：请去掉含有它们的行</translation>
    </message>
    <message>
        <source>Pre-tokeniser {}: text is cut as the model&apos;s own tokenizer does; llama.cpp approximates it, so that a few texts beyond ASCII have other ids there.</source>
        <translation>预分词器 {}：文本的切分与模型自身的分词器一致；llama.cpp 只是近似，因此少数超出 ASCII 的文本在那里会有不同的 id。</translation>
    </message>
    <message>
        <source>Principal weights (LIFT)</source>
        <translation>主权重 (LIFT)</translation>
    </message>
    <message>
        <source>Projections that train; empty: all that the layers have.</source>
        <translation>参与训练的投影；留空：各层具有的全部投影。</translation>
    </message>
    <message>
        <source>PyTorch files (pickle), which can run code when they are read</source>
        <translation>PyTorch 文件 (pickle)，读取时可能会运行代码</translation>
    </message>
    <message>
        <source>README.md is the base&apos;s: it does not tell of this tuning.</source>
        <translation>README.md 属于基础模型：其中没有说明本次微调。</translation>
    </message>
    <message>
        <source>Random choice</source>
        <translation>随机选择</translation>
    </message>
    <message>
        <source>Role to column, where names are not the usual ones: prompt, response, system, input, history, messages, tools, functions, documents, chat_template_kwargs, label, rejected, text.</source>
        <translation>角色到列的对应，用于名称不同寻常的情况：prompt, response, system, input, history, messages, tools, functions, documents, chat_template_kwargs, label, rejected, text。</translation>
    </message>
    <message>
        <source>Run git lfs pull in its folder</source>
        <translation>请在其文件夹中运行 git lfs pull</translation>
    </message>
    <message>
        <source>Run git lfs pull in the folder</source>
        <translation>请在该文件夹中运行 git lfs pull</translation>
    </message>
    <message>
        <source>Save the file as UTF-8</source>
        <translation>请将文件保存为 UTF-8</translation>
    </message>
    <message>
        <source>Set it to null in the file</source>
        <translation>请在文件中将它设为 null</translation>
    </message>
    <message>
        <source>Set tie_word_embeddings to true in config.json if the model&apos;s head is its embedding</source>
        <translation>如果模型的输出头就是其嵌入，请在 config.json 中将 tie_word_embeddings 设为 true</translation>
    </message>
    <message>
        <source>Share of the rows kept for evaluation when no held-out files are given, 0 to 0.5; 0: none. A recipe file without this field keeps none; else 0.1.</source>
        <translation>未指定留出文件时留作评估的行所占比例，0 到 0.5；0：不留出。没有此字段的配方文件不留出；其他情况为 0.1。</translation>
    </message>
    <message>
        <source>Share of the run&apos;s time for answering some of them in between; 0: only before and after.</source>
        <translation>训练中途回答其中一部分所占运行时间的比例；0：仅在前后。</translation>
    </message>
    <message>
        <source>Split the file</source>
        <translation>请拆分该文件</translation>
    </message>
    <message>
        <source>Take one of the two away: nobody can tell which is right</source>
        <translation>请移走两者之一：无法判断哪个正确</translation>
    </message>
    <message>
        <source>Take the original model, of which this one was made, or a GGUF file of it</source>
        <translation>请使用制作此模型所依据的原始模型，或其 GGUF 文件</translation>
    </message>
    <message>
        <source>Take the original model, which is not quantised</source>
        <translation>请使用未量化的原始模型</translation>
    </message>
    <message>
        <source>The GGUF file asks for no first token; a Gemma 4 model needs one and gets it.</source>
        <translation>GGUF 文件没有要求首词元；Gemma 4 模型需要它，因此已加上。</translation>
    </message>
    <message>
        <source>The GGUF file does not say which pre-tokeniser it needs (key {}): text is cut as llama.cpp&apos;s &quot;default&quot;, which is wrong for most models and makes answers worse. Convert the model again with a newer llama.cpp.</source>
        <translation>GGUF 文件没有说明需要哪个预分词器（键 {}）：文本按 llama.cpp 的 &quot;default&quot; 切分，这对大多数模型是错误的，会使回答变差。请用更新的 llama.cpp 重新转换模型。</translation>
    </message>
    <message>
        <source>The GGUF file has no {}: all pieces count alike, as in llama.cpp.</source>
        <translation>GGUF 文件没有 {}：所有词片同等对待，与 llama.cpp 一样。</translation>
    </message>
    <message>
        <source>The GGUF file wants a first token in front of a text and names none: there is none.</source>
        <translation>GGUF 文件要求文本前有首词元，却没有指定：因此没有首词元。</translation>
    </message>
    <message>
        <source>The added token {} has the id {}, as in transformers; a tokenizer file says {}.</source>
        <translation>新增词元 {} 的 id 为 {}，与 transformers 一致；一个分词器文件中为 {}。</translation>
    </message>
    <message>
        <source>The base is a GGUF file: PEFT needs it as a Hugging Face folder (export the base as hf_folder)</source>
        <translation>基础模型是 GGUF 文件：PEFT 需要 Hugging Face 文件夹形式（请将基础模型导出为 hf_folder）</translation>
    </message>
    <message>
        <source>The base is quantised; the weights are written as {}</source>
        <translation>基础模型已量化；权重以 {} 写出</translation>
    </message>
    <message>
        <source>The base&apos;s weights can not be read again, so all are written as they are in memory: {}</source>
        <translation>无法再次读取基础模型的权重，因此全部按内存中的形式写出：{}</translation>
    </message>
    <message>
        <source>The changes are too dense or too uneven for this format: export the merged model</source>
        <translation>对于此格式，改变过于密集或过于不均：请导出合并后的模型</translation>
    </message>
    <message>
        <source>The chat template does not write {} of {} messages of the role {}</source>
        <translation>聊天模板没有写出 {1} 条消息中的 {0} 条（角色 {2}）</translation>
    </message>
    <message>
        <source>The chat template leaves out a part of {} of {} messages of the role {} (a model&apos;s thinking in earlier turns, for example)</source>
        <translation>聊天模板略去了 {1} 条消息中 {0} 条的一部分（角色 {2}），例如模型在较早轮次中的思考</translation>
    </message>
    <message>
        <source>The day that templates with strftime_now print, as 2026-11-30; empty: that of the run&apos;s start.</source>
        <translation>使用 strftime_now 的模板所显示的日期，形如 2026-11-30；留空：运行开始的日期。</translation>
    </message>
    <message>
        <source>The download did not begin, or the disk was full: get it again</source>
        <translation>下载没有开始，或磁盘已满：请重新获取</translation>
    </message>
    <message>
        <source>The download is incomplete: get config.json into the same folder</source>
        <translation>下载不完整：请将 config.json 获取到同一文件夹</translation>
    </message>
    <message>
        <source>The download went to a page about the file: get the file itself</source>
        <translation>下载得到的是介绍该文件的网页：请获取文件本身</translation>
    </message>
    <message>
        <source>The embedding is not in the files: the head, which config.json ties to it, serves as both</source>
        <translation>文件中没有嵌入：config.json 将输出头与它绑定，因此输出头兼作两者</translation>
    </message>
    <message>
        <source>The end token {} is not of the vocabulary&apos;s {} tokens; it is not used.</source>
        <translation>结束词元 {} 不在词表的 {} 个词元之中；不使用它。</translation>
    </message>
    <message>
        <source>The held-out loss rose from {:.3f} to {:.3f} after step {}: the model gets worse at rows that it does not train on</source>
        <translation>第 {2} 步之后，留出损失从 {0:.3f} 升至 {1:.3f}：模型在未训练的行上变差</translation>
    </message>
    <message>
        <source>The key {} is not used, as in llama.cpp: repeated blanks stay.</source>
        <translation>不使用键 {}，与 llama.cpp 一样：重复的空格会保留。</translation>
    </message>
    <message>
        <source>The matrices are written as {}, the vectors as in the base</source>
        <translation>矩阵以 {} 写出，向量与基础模型相同</translation>
    </message>
    <message>
        <source>The model is of another family than its configuration says</source>
        <translation>模型所属的系列与其配置所述不同</translation>
    </message>
    <message>
        <source>The model is split over {} files, read as one</source>
        <translation>模型分为 {} 个文件，作为一个整体读取</translation>
    </message>
    <message>
        <source>The nearest is {}; {} would need in addition: {}</source>
        <translation>最接近的是 {}；{} 还需要：{}</translation>
    </message>
    <message>
        <source>The tensors&apos; names begin with {} where &quot;model.&quot; is usual</source>
        <translation>张量名以 {} 开头，而通常为 &quot;model.&quot;</translation>
    </message>
    <message>
        <source>The tokenizer would give other tokens without it, so the model is not opened</source>
        <translation>没有它，分词器会给出不同的词元，因此不打开该模型</translation>
    </message>
    <message>
        <source>The tokenizer&apos;s files know more tokens than the model</source>
        <translation>分词器文件中的词元比模型的多</translation>
    </message>
    <message>
        <source>The tokenizer&apos;s files know more tokens than the model: take the text out of the row, or the files that belong to the model</source>
        <translation>分词器文件中的词元比模型的多：请从该行中去掉这段文本，或使用属于该模型的文件</translation>
    </message>
    <message>
        <source>The training loss rose from {:.3f} at the beginning to {:.3f} after step {}</source>
        <translation>训练损失从开始时的 {:.3f} 升至 {:.3f}（第 {} 步之后）</translation>
    </message>
    <message>
        <source>The training loss rose from {:.3f}, its lowest, to {:.3f} after step {}</source>
        <translation>训练损失从最低的 {:.3f} 升至 {:.3f}（第 {} 步之后）</translation>
    </message>
    <message>
        <source>The weights are written as {}, as asked</source>
        <translation>权重按要求以 {} 写出</translation>
    </message>
    <message>
        <source>The weights are written as {}, as the base stores them</source>
        <translation>权重以 {} 写出，与基础模型的存储类型相同</translation>
    </message>
    <message>
        <source>The weights are written as {}: {} tensors in a wider type than the base&apos;s, which would not hold what training made of them</source>
        <translation>权重以 {} 写出：{} 个张量使用比基础模型更宽的类型，因为基础模型的类型无法容纳训练的结果</translation>
    </message>
    <message>
        <source>There is no {}: all {} numbered shards are read</source>
        <translation>没有 {}：读取全部 {} 个带编号的分片</translation>
    </message>
    <message>
        <source>This is a model: name it with --model</source>
        <translation>这是一个模型：请用 --model 指定</translation>
    </message>
    <message>
        <source>This looks like Python&apos;s way to write objects: JSON wants double quotes. Write it with json.dumps</source>
        <translation>这看起来是 Python 书写对象的方式：JSON 需要双引号。请用 json.dumps 写出</translation>
    </message>
    <message>
        <source>This looks like YAML. Write the rows as JSONL</source>
        <translation>这看起来是 YAML。请将各行写为 JSONL</translation>
    </message>
    <message>
        <source>Try a learning rate of {:.0e}</source>
        <translation>请尝试学习率 {:.0e}</translation>
    </message>
    <message>
        <source>Try a lower learning rate or fewer steps, and look whether the held-out rows are of the same kind as those that train</source>
        <translation>请尝试更低的学习率或更少的步数，并检查留出的行与参与训练的行是否属于同一类</translation>
    </message>
    <message>
        <source>Try a lower learning rate, fewer steps, or a lower density</source>
        <translation>请尝试更低的学习率、更少的步数或更低的密度</translation>
    </message>
    <message>
        <source>Try about {} steps, or more rows: it has begun to learn the rows by heart</source>
        <translation>请尝试约 {} 步，或使用更多的行：模型已开始死记硬背这些行</translation>
    </message>
    <message>
        <source>Unpack it and choose the folder with config.json</source>
        <translation>请解压，并选择包含 config.json 的文件夹</translation>
    </message>
    <message>
        <source>Unpack it or save the rows as JSONL, JSON or CSV</source>
        <translation>请解压，或将各行保存为 JSONL、JSON 或 CSV</translation>
    </message>
    <message>
        <source>Use another model, or the same as a Hugging Face folder</source>
        <translation>请使用其他模型，或 Hugging Face 文件夹形式的同一模型</translation>
    </message>
    <message>
        <source>What did not change stays as the base has it; what changed is written as it is in memory, in a wider type where the base is quantised</source>
        <translation>未改变的部分与基础模型保持一致；改变的部分按内存中的形式写出，若基础模型已量化，则使用更宽的类型</translation>
    </message>
    <message>
        <source>Which weights count as principal, of {}; lift: largest |W_r|.</source>
        <translation>哪些权重算作主权重，可选 {}；lift：最大的 |W_r|。</translation>
    </message>
    <message>
        <source>Worse: {}</source>
        <translation>变差：{}</translation>
    </message>
    <message>
        <source>Write the rows as JSONL, for example in Python: {}</source>
        <translation>请将各行写为 JSONL，例如用 Python：{}</translation>
    </message>
    <message>
        <source>Write the table again with a program that quotes its cells</source>
        <translation>请用会给单元格加引号的程序重新写出该表格</translation>
    </message>
    <message>
        <source>&quot;full_attention&quot; and &quot;sliding_attention&quot;</source>
        <translation>&quot;full_attention&quot; 和 &quot;sliding_attention&quot;</translation>
    </message>
    <message>
        <source>&quot;{}&quot; of tokenizer.json is not used: texts are never filled up, and cut only where this program says so.</source>
        <translation>不使用 tokenizer.json 的 &quot;{}&quot;：文本从不填充，且只在本程序指明之处截断。</translation>
    </message>
    <message>
        <source>&quot;{}&quot; of tokenizer_config.json is not used, as in transformers 5: tokenizer.json says what stands in front of a text and behind it.</source>
        <translation>不使用 tokenizer_config.json 的 &quot;{}&quot;，与 transformers 5 一样：文本前后放什么由 tokenizer.json 决定。</translation>
    </message>
    <message>
        <source>a 7z archive</source>
        <translation>7z 压缩包</translation>
    </message>
    <message>
        <source>a Core ML model</source>
        <translation>Core ML 模型</translation>
    </message>
    <message>
        <source>a Diffusers pipeline, which makes pictures or sound</source>
        <translation>Diffusers 管线，用于生成图片或声音</translation>
    </message>
    <message>
        <source>a GGUF adapter ({}) for models of the family {}</source>
        <translation>GGUF 适配器 ({})，用于 {} 系列的模型</translation>
    </message>
    <message>
        <source>a Git LFS pointer: the file itself was not fetched</source>
        <translation>Git LFS 指针：文件本身没有获取</translation>
    </message>
    <message>
        <source>a JSON file, not a model</source>
        <translation>JSON 文件，不是模型</translation>
    </message>
    <message>
        <source>a Keras or TensorFlow file (HDF5)</source>
        <translation>Keras 或 TensorFlow 文件 (HDF5)</translation>
    </message>
    <message>
        <source>a LoRA adapter of llama.cpp&apos;s first format</source>
        <translation>llama.cpp 最初格式的 LoRA 适配器</translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation>NumPy 数组</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a PEFT adapter ({})</source>
        <translation>PEFT 适配器 ({})</translation>
    </message>
    <message>
        <source>a Parquet table, which is data and not a model</source>
        <translation>Parquet 表，是数据而不是模型</translation>
    </message>
    <message>
        <source>a PyTorch checkpoint (pickle), which can run code when it is read</source>
        <translation>PyTorch 检查点 (pickle)，读取时可能会运行代码</translation>
    </message>
    <message>
        <source>a PyTorch file (pickle) or another program&apos;s weights</source>
        <translation>PyTorch 文件 (pickle) 或其他程序的权重</translation>
    </message>
    <message>
        <source>a PyTorch file (pickle), which can run code when it is read</source>
        <translation>PyTorch 文件 (pickle)，读取时可能会运行代码</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>RAR 压缩包</translation>
    </message>
    <message>
        <source>a SentencePiece tokenizer by itself</source>
        <translation>单独的 SentencePiece 分词器</translation>
    </message>
    <message>
        <source>a TensorFlow Lite model</source>
        <translation>TensorFlow Lite 模型</translation>
    </message>
    <message>
        <source>a TensorFlow SavedModel</source>
        <translation>TensorFlow SavedModel</translation>
    </message>
    <message>
        <source>a TensorFlow graph</source>
        <translation>TensorFlow 计算图</translation>
    </message>
    <message>
        <source>a TensorRT engine</source>
        <translation>TensorRT 引擎</translation>
    </message>
    <message>
        <source>a call as JSON, {}</source>
        <translation>JSON 形式的调用，{}</translation>
    </message>
    <message>
        <source>a call of a tool, for which the prompt format {} has no place</source>
        <translation>工具调用，提示形式 {} 中没有它的位置</translation>
    </message>
    <message>
        <source>a call of a tool, which the chat template does not write</source>
        <translation>工具调用，聊天模板不会写出它</translation>
    </message>
    <message>
        <source>a delta of LIFT Studio, which holds only what a run changed</source>
        <translation>LIFT Studio 的增量，只包含运行所改变的内容</translation>
    </message>
    <message>
        <source>a distributed checkpoint of a trainer (FSDP or DeepSpeed)</source>
        <translation>训练器的分布式检查点（FSDP 或 DeepSpeed）</translation>
    </message>
    <message>
        <source>a divisor for each of {} frequencies</source>
        <translation>{} 个频率各一个除数</translation>
    </message>
    <message>
        <source>a file of an unknown kind that begins with {}</source>
        <translation>未知类型的文件，以 {} 开头</translation>
    </message>
    <message>
        <source>a folder that holds {} model folders</source>
        <translation>包含 {} 个模型文件夹的文件夹</translation>
    </message>
    <message>
        <source>a generator, which is read once</source>
        <translation>生成器，只能读取一次</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>gzip 压缩包</translation>
    </message>
    <message>
        <source>a list of pieces</source>
        <translation>词片列表</translation>
    </message>
    <message>
        <source>a list of {} ones (rotates) and zeros</source>
        <translation>由 {} 个一（旋转）和零组成的列表</translation>
    </message>
    <message>
        <source>a longer one, which would be rounded</source>
        <translation>更长的数，会被舍入</translation>
    </message>
    <message>
        <source>a model in Meta&apos;s original format (consolidated.*.pth, which can run code when it is read)</source>
        <translation>Meta 原始格式的模型（consolidated.*.pth，读取时可能会运行代码）</translation>
    </message>
    <message>
        <source>a model in Mistral&apos;s original format (consolidated.safetensors)</source>
        <translation>Mistral 原始格式的模型 (consolidated.safetensors)</translation>
    </message>
    <message>
        <source>a model of NVIDIA NeMo</source>
        <translation>NVIDIA NeMo 的模型</translation>
    </message>
    <message>
        <source>a model of llama.cpp&apos;s first format (GGML), which was replaced by GGUF</source>
        <translation>llama.cpp 最初格式 (GGML) 的模型，该格式已被 GGUF 取代</translation>
    </message>
    <message>
        <source>a number of more than 64 bits</source>
        <translation>超过 64 比特的数值</translation>
    </message>
    <message>
        <source>a number or text</source>
        <translation>数值或文本</translation>
    </message>
    <message>
        <source>a part of type {}</source>
        <translation>类型为 {} 的部分</translation>
    </message>
    <message>
        <source>a part with {}</source>
        <translation>带有 {} 的部分</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>a piece and its score, [&quot;a&quot;, -1.5]</source>
        <translation>词片及其得分，[&quot;a&quot;, -1.5]</translation>
    </message>
    <message>
        <source>a positive number</source>
        <translation>正数</translation>
    </message>
    <message>
        <source>a repository of the Hugging Face cache</source>
        <translation>Hugging Face 缓存中的仓库</translation>
    </message>
    <message>
        <source>a run of LIFT Studio</source>
        <translation>LIFT Studio 的运行</translation>
    </message>
    <message>
        <source>a safetensors file by itself, with {} tensors</source>
        <translation>单独的 safetensors 文件，含 {} 个张量</translation>
    </message>
    <message>
        <source>a start that is no text</source>
        <translation>非文本的起始值</translation>
    </message>
    <message>
        <source>a table whose columns are separated by &quot;{}&quot;</source>
        <translation>各列以 &quot;{}&quot; 分隔的表格</translation>
    </message>
    <message>
        <source>a tar archive</source>
        <translation>tar 压缩包</translation>
    </message>
    <message>
        <source>a task has no such field</source>
        <translation>任务没有这个字段</translation>
    </message>
    <message>
        <source>a text file, not a model</source>
        <translation>文本文件，不是模型</translation>
    </message>
    <message>
        <source>a text or a tuple of texts</source>
        <translation>文本或文本元组</translation>
    </message>
    <message>
        <source>a text with {} in it</source>
        <translation>包含 {} 的文本</translation>
    </message>
    <message>
        <source>a text, list or mapping</source>
        <translation>文本、列表或映射</translation>
    </message>
    <message>
        <source>a token and its id</source>
        <translation>词元及其 id</translation>
    </message>
    <message>
        <source>a tokenizer without a model</source>
        <translation>没有模型的分词器</translation>
    </message>
    <message>
        <source>a tool&apos;s answer, for which the prompt format {} has no place</source>
        <translation>工具的回答，提示形式 {} 中没有它的位置</translation>
    </message>
    <message>
        <source>a variable of the template&apos;s own</source>
        <translation>模板自身的变量</translation>
    </message>
    <message>
        <source>a vocabulary without weights</source>
        <translation>没有权重的词表</translation>
    </message>
    <message>
        <source>a web page: the download got a page instead of the file</source>
        <translation>网页：下载得到的是网页而不是文件</translation>
    </message>
    <message>
        <source>a zip archive</source>
        <translation>zip 压缩包</translation>
    </message>
    <message>
        <source>a zstd archive</source>
        <translation>zstd 压缩包</translation>
    </message>
    <message>
        <source>an Arrow table, which is data and not a model</source>
        <translation>Arrow 表，是数据而不是模型</translation>
    </message>
    <message>
        <source>an ONNX model</source>
        <translation>ONNX 模型</translation>
    </message>
    <message>
        <source>an OpenVINO model</source>
        <translation>OpenVINO 模型</translation>
    </message>
    <message>
        <source>an adapter and no weights of a model</source>
        <translation>适配器，没有模型权重</translation>
    </message>
    <message>
        <source>an adapter by itself, not a model</source>
        <translation>单独的适配器，不是模型</translation>
    </message>
    <message>
        <source>an archive of NumPy arrays</source>
        <translation>NumPy 数组的压缩包</translation>
    </message>
    <message>
        <source>an empty folder</source>
        <translation>空文件夹</translation>
    </message>
    <message>
        <source>an importance matrix of llama.cpp (imatrix), not a model</source>
        <translation>llama.cpp 的重要性矩阵 (imatrix)，不是模型</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>xz 压缩包</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>are in a shard and not in its list</source>
        <translation>在某个分片中，但不在其列表中</translation>
    </message>
    <message>
        <source>as JSON, by value</source>
        <translation>作为 JSON，按值</translation>
    </message>
    <message>
        <source>as letters of a choice</source>
        <translation>作为选项字母</translation>
    </message>
    <message>
        <source>as numbers, within 0.001</source>
        <translation>作为数值，误差在 0.001 以内</translation>
    </message>
    <message>
        <source>as text, character by character</source>
        <translation>作为文本，逐个字符</translation>
    </message>
    <message>
        <source>auto, question_answer, prompt_completion, instruction, messages, preference or text.</source>
        <translation>auto、question_answer、prompt_completion、instruction、messages、preference 或 text。</translation>
    </message>
    <message>
        <source>batch: expected a number from 1 to {}, found {}</source>
        <translation>batch：应为 1 到 {} 的数值，实际为 {}</translation>
    </message>
    <message>
        <source>center: expected a width of at most {}, found {}</source>
        <translation>center：宽度最多应为 {}，实际为 {}</translation>
    </message>
    <message>
        <source>config.json has {} rope scaling without original_max_position_embeddings: as in transformers, max_position_embeddings ({}) is taken for it</source>
        <translation>config.json 有 {} RoPE 缩放，但没有 original_max_position_embeddings：与 transformers 一样，以 max_position_embeddings ({}) 代替</translation>
    </message>
    <message>
        <source>config.json ties the head to the embedding, and the files hold a head of other values: theirs is used</source>
        <translation>config.json 将输出头与嵌入绑定，而文件中的输出头数值不同：使用文件中的</translation>
    </message>
    <message>
        <source>could not be removed: {}</source>
        <translation>无法删除：{}</translation>
    </message>
    <message>
        <source>could not make a file to unpack into</source>
        <translation>无法创建用于解压的文件</translation>
    </message>
    <message>
        <source>could not write the unpacked rows</source>
        <translation>无法写入解压后的行</translation>
    </message>
    <message>
        <source>could not write {} bytes</source>
        <translation>无法写入 {} 字节</translation>
    </message>
    <message>
        <source>counts of answers</source>
        <translation>回答的计数</translation>
    </message>
    <message>
        <source>dict: expected at most one mapping, found more</source>
        <translation>dict：最多应有一个映射，实际更多</translation>
    </message>
    <message>
        <source>dictsort: expected by=&quot;key&quot; or &quot;value&quot;, found {}</source>
        <translation>dictsort：应为 by=&quot;key&quot; 或 &quot;value&quot;，实际为 {}</translation>
    </message>
    <message>
        <source>empty text</source>
        <translation>空文本</translation>
    </message>
    <message>
        <source>entry &quot;{}&quot;: expected SentencePiece&apos;s compiled normalisation, found {} bytes that are none</source>
        <translation>条目 &quot;{}&quot;：应为 SentencePiece 编译后的规范化数据，实际的 {} 字节不是</translation>
    </message>
    <message>
        <source>entry &quot;{}&quot;: expected base64, found other characters</source>
        <translation>条目 &quot;{}&quot;：应为 base64，实际有其他字符</translation>
    </message>
    <message>
        <source>entry &quot;{}&quot;: expected nothing, found {}: every text would have other tokens each time</source>
        <translation>条目 &quot;{}&quot;：应为空，实际为 {}：每个文本每次都会得到不同的词元</translation>
    </message>
    <message>
        <source>every answer has weight 0</source>
        <translation>每个回答的权重都为 0</translation>
    </message>
    <message>
        <source>expandtabs: expected at most 1000, found {}</source>
        <translation>expandtabs：最多应为 1000，实际为 {}</translation>
    </message>
    <message>
        <source>expected GGUF in the first four bytes, found {}: not a GGUF file, or a damaged one</source>
        <translation>前四个字节应为 GGUF，实际为 {}：不是 GGUF 文件，或文件已损坏</translation>
    </message>
    <message>
        <source>expected UTF-8, found another byte at {}</source>
        <translation>应为 UTF-8，{} 处实际为其他字节</translation>
    </message>
    <message>
        <source>expected a BPE or Unigram model, found {}</source>
        <translation>应为 BPE 或 Unigram 模型，实际为 {}</translation>
    </message>
    <message>
        <source>expected a SentencePiece model of kind BPE or unigram, found {}</source>
        <translation>应为 BPE 或 unigram 类型的 SentencePiece 模型，实际为 {}</translation>
    </message>
    <message>
        <source>expected a SentencePiece model, found {} bytes that are none</source>
        <translation>应为 SentencePiece 模型，实际的 {} 字节不是</translation>
    </message>
    <message>
        <source>expected a call, found {}</source>
        <translation>应为调用，实际为 {}</translation>
    </message>
    <message>
        <source>expected a date as 2026-11-30 or 2026-11-30T14:05:00, found {}</source>
        <translation>应为形如 2026-11-30 或 2026-11-30T14:05:00 的日期，实际为 {}</translation>
    </message>
    <message>
        <source>expected a day as 2026-11-30, or nothing, found {}</source>
        <translation>应为形如 2026-11-30 的日期，或留空，实际为 {}</translation>
    </message>
    <message>
        <source>expected a default for {}, as the parameter before it has one</source>
        <translation>{} 应有默认值，因为它之前的参数有默认值</translation>
    </message>
    <message>
        <source>expected a field of a namespace that does not begin with _, found {}</source>
        <translation>应为命名空间中不以 _ 开头的字段，实际为 {}</translation>
    </message>
    <message>
        <source>expected a kind of attention for each of {} layers, found {}</source>
        <translation>{} 层各应有一种注意力类型，实际为 {}</translation>
    </message>
    <message>
        <source>expected a loop marked recursive, found another</source>
        <translation>应为标记为 recursive 的循环，实际为其他循环</translation>
    </message>
    <message>
        <source>expected a mapping behind **, found {}</source>
        <translation>** 之后应为映射，实际为 {}</translation>
    </message>
    <message>
        <source>expected a matrix of at least {} entries, which is what a SHiRA adapter of r = {} needs, found {} x {}</source>
        <translation>矩阵应至少有 {} 个元素（r = {} 的 SHiRA 适配器所需），实际为 {} x {}</translation>
    </message>
    <message>
        <source>expected a model folder or a GGUF file, found an empty file</source>
        <translation>应为模型文件夹或 GGUF 文件，实际为空文件</translation>
    </message>
    <message>
        <source>expected a model folder or a GGUF file, found {}</source>
        <translation>应为模型文件夹或 GGUF 文件，实际为 {}</translation>
    </message>
    <message>
        <source>expected a model folder with config.json, found {}</source>
        <translation>应为包含 config.json 的模型文件夹，实际为 {}</translation>
    </message>
    <message>
        <source>expected a name of 1 to {} bytes, found {}</source>
        <translation>名称应为 1 到 {} 字节，实际为 {}</translation>
    </message>
    <message>
        <source>expected a name of at most 200 and a note of at most 10,000 bytes, found {} and {}</source>
        <translation>名称最多应为 200 字节，备注最多应为 10,000 字节，实际为 {} 和 {}</translation>
    </message>
    <message>
        <source>expected a new file, found one of this name</source>
        <translation>应为新文件，实际已有同名文件</translation>
    </message>
    <message>
        <source>expected a number of at most 64 bits, found {}</source>
        <translation>数值最多应为 64 比特，实际为 {}</translation>
    </message>
    <message>
        <source>expected a positive rope attention factor, found {}</source>
        <translation>RoPE 注意力系数应为正数，实际为 {}</translation>
    </message>
    <message>
        <source>expected a positive scale of the attention scores, found {}</source>
        <translation>注意力分数的缩放应为正数，实际为 {}</translation>
    </message>
    <message>
        <source>expected a positive scale, found {}</source>
        <translation>缩放应为正数，实际为 {}</translation>
    </message>
    <message>
        <source>expected a post-processor TemplateProcessing, ByteLevel, RobertaProcessing, BertProcessing or Sequence, found {}</source>
        <translation>后处理器应为 TemplateProcessing、ByteLevel、RobertaProcessing、BertProcessing 或 Sequence，实际为 {}</translation>
    </message>
    <message>
        <source>expected a power that is a real number, found a complex one</source>
        <translation>乘方结果应为实数，实际为复数</translation>
    </message>
    <message>
        <source>expected a regular expression of at most {} bytes, found one of {}</source>
        <translation>正则表达式最多应为 {} 字节，实际为 {}</translation>
    </message>
    <message>
        <source>expected a row of at most {} bytes, found a cell whose quotes are not closed before</source>
        <translation>一行最多应为 {} 字节，实际有一个单元格的引号在此之前未闭合</translation>
    </message>
    <message>
        <source>expected a shape whose bytes are whole and can be counted in 63 bits, found {}</source>
        <translation>形状的字节数应为整数且能以 63 比特计数，实际为 {}</translation>
    </message>
    <message>
        <source>expected a share from 0 (only before and after) to 0.5, found {}</source>
        <translation>比例应为 0（仅在前后）到 0.5，实际为 {}</translation>
    </message>
    <message>
        <source>expected a text of at most {} bytes, found {}</source>
        <translation>文本最多应为 {} 字节，实际为 {}</translation>
    </message>
    <message>
        <source>expected a text or a list to cut from, found {}</source>
        <translation>应为可从中截取的文本或列表，实际为 {}</translation>
    </message>
    <message>
        <source>expected a tuned model, found one that is its base in every entry</source>
        <translation>应为微调后的模型，实际每个元素都与其基础模型相同</translation>
    </message>
    <message>
        <source>expected a whole {} file, found damage at byte {}: {}</source>
        <translation>应为完整的 {} 文件，实际在字节 {} 处损坏：{}</translation>
    </message>
    <message>
        <source>expected an answer that can be compared {}, found {}</source>
        <translation>应为可比较的回答（{}），实际为 {}</translation>
    </message>
    <message>
        <source>expected an escape by number, found one by name, {}</source>
        <translation>应为用编号书写的转义，实际为用名称书写的转义 {}</translation>
    </message>
    <message>
        <source>expected answers that can be given, found {} rows that are all cut off</source>
        <translation>应有可以作答的行，实际 {} 行的回答全都被截断</translation>
    </message>
    <message>
        <source>expected arguments by position, then by name, found {}</source>
        <translation>参数应先按位置、再按名称给出，实际为 {}</translation>
    </message>
    <message>
        <source>expected at most {} entries in a tensor, which is what int32 positions reach</source>
        <translation>张量最多应有 {} 个元素，这是 int32 位置所能达到的上限</translation>
    </message>
    <message>
        <source>expected at most {} lists and objects inside each other, found more</source>
        <translation>列表和对象最多嵌套 {} 层，实际更多</translation>
    </message>
    <message>
        <source>expected at most {} operations in a row, found more</source>
        <translation>最多应有 {} 个连续运算，实际更多</translation>
    </message>
    <message>
        <source>expected auto, text, json, number, letter or off, found &quot;{}&quot;</source>
        <translation>应为 auto、text、json、number、letter 或 off，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected base, bf16, fp16 or fp32, found &quot;{}&quot;</source>
        <translation>应为 base、bf16、fp16 或 fp32，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected brackets in pairs, found {}</source>
        <translation>括号应成对出现，实际为 {}</translation>
    </message>
    <message>
        <source>expected changes in the layers&apos; matrices alone, which is what a SHiRA adapter holds</source>
        <translation>应只有各层的矩阵有改变，SHiRA 适配器只能保存这些</translation>
    </message>
    <message>
        <source>expected every answer in a place of its own, found a template that rewrites earlier text</source>
        <translation>每个回答应有自己的位置，实际模板会改写前面的文本</translation>
    </message>
    <message>
        <source>expected every column once, found {} twice</source>
        <translation>每一列应只出现一次，实际 {} 出现两次</translation>
    </message>
    <message>
        <source>expected every tensor once, found this one in two parts</source>
        <translation>每个张量应只出现一次，此张量实际出现在两个部分中</translation>
    </message>
    <message>
        <source>expected gpt2 (byte-level BPE), llama (SentencePiece) or gemma4, found {}</source>
        <translation>应为 gpt2（字节级 BPE）、llama (SentencePiece) 或 gemma4，实际为 {}</translation>
    </message>
    <message>
        <source>expected held_out, answers, probe:FILE or generate:FILE, found &quot;{}&quot;</source>
        <translation>应为 held_out、answers、probe:FILE 或 generate:FILE，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected it, since tie_word_embeddings is false, found {} tensors without it</source>
        <translation>tie_word_embeddings 为 false，因此应有此张量，实际 {} 个张量中没有它</translation>
    </message>
    <message>
        <source>expected layer_types to have one word for each of {} layers, found {}</source>
        <translation>layer_types 应为 {} 层中的每一层各有一个词，实际为 {}</translation>
    </message>
    <message>
        <source>expected matrices that the layers have, found {}</source>
        <translation>应为各层具有的矩阵，实际为 {}</translation>
    </message>
    <message>
        <source>expected model.safetensors or its shards, found {}</source>
        <translation>应有 model.safetensors 或其分片，实际为 {}</translation>
    </message>
    <message>
        <source>expected names behind **, each once, found {}</source>
        <translation>** 之后应为名称，且各出现一次，实际为 {}</translation>
    </message>
    <message>
        <source>expected none, found {}</source>
        <translation>应为空，实际为 {}</translation>
    </message>
    <message>
        <source>expected none, since {} has one form only, found &quot;{}&quot;</source>
        <translation>{} 只有一种形式，因此不应指定类型，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected one tensor of this name, found another with other values in {}</source>
        <translation>此名称的张量应只有一个，实际在 {} 中另有一个值不同的张量</translation>
    </message>
    <message>
        <source>expected one test, found several behind each other</source>
        <translation>应为单个测试，实际有多个接连出现</translation>
    </message>
    <message>
        <source>expected only tensors that this family computes with, found this one, which would be ignored</source>
        <translation>应只有此系列计算时使用的张量，实际有此张量，它会被忽略</translation>
    </message>
    <message>
        <source>expected part {} of {} of a split GGUF model, found part {} of {}</source>
        <translation>应为拆分的 GGUF 模型的第 {} 部分（共 {} 部分），实际为第 {} 部分（共 {} 部分）</translation>
    </message>
    <message>
        <source>expected plain fp32, fp16 or bf16 weights, found a model quantised with {} ({})</source>
        <translation>应为普通的 fp32、fp16 或 bf16 权重，实际为用 {} 量化的模型（{}）</translation>
    </message>
    <message>
        <source>expected portable, avx2, avx512, avx512bf16 or amx, found &quot;{}&quot;</source>
        <translation>应为 portable、avx2、avx512、avx512bf16 或 amx，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected quotes around a whole cell and doubled (&quot;&quot;) inside it, found others</source>
        <translation>引号应包住整个单元格，其内部的引号应写两次 (&quot;&quot;)，实际并非如此</translation>
    </message>
    <message>
        <source>expected rows of a multiple of {} elements, found {}</source>
        <translation>行的元素数应为 {} 的倍数，实际为 {}</translation>
    </message>
    <message>
        <source>expected rows, found a pointer of Git LFS</source>
        <translation>应有数据行，实际为 Git LFS 指针</translation>
    </message>
    <message>
        <source>expected rows, found a web page</source>
        <translation>应有数据行，实际为网页</translation>
    </message>
    <message>
        <source>expected shards of one set, found {} and {} and no {}</source>
        <translation>应为同一组的分片，实际有 {} 和 {}，却没有 {}</translation>
    </message>
    <message>
        <source>expected something that can be a key, found {}</source>
        <translation>应为可用作键的值，实际为 {}</translation>
    </message>
    <message>
        <source>expected something to print, found {}, whose form in Python this program lacks</source>
        <translation>应为可输出的值，实际为 {}，本程序没有其在 Python 中的形式</translation>
    </message>
    <message>
        <source>expected the argument {} once, found it twice</source>
        <translation>参数 {} 应只出现一次，实际出现两次</translation>
    </message>
    <message>
        <source>expected the base&apos;s weights, found none that can be read</source>
        <translation>应有基础模型的权重，实际没有可读取的权重</translation>
    </message>
    <message>
        <source>expected the base&apos;s weights, to tell what changed, found none that can be read</source>
        <translation>应有基础模型的权重以判断哪些有改变，实际没有可读取的权重</translation>
    </message>
    <message>
        <source>expected the end of the raw text, {{% endraw %}}, found the end of the template</source>
        <translation>应有原始文本的结尾 {{% endraw %}}，实际模板已结束</translation>
    </message>
    <message>
        <source>expected the name of a variable, found {}</source>
        <translation>应为变量名，实际为 {}</translation>
    </message>
    <message>
        <source>expected the number of a character behind \{}, found {}</source>
        <translation>\{} 之后应为字符的编号，实际为 {}</translation>
    </message>
    <message>
        <source>expected this shard, one of {}, found no such file; {} of them are missing</source>
        <translation>应有此分片（共 {} 个），实际没有此文件；其中缺少 {} 个</translation>
    </message>
    <message>
        <source>expected tokens from 0 to {}, the rows of the model&apos;s embedding, found token {} ({})</source>
        <translation>词元应为 0 到 {}（即模型嵌入的行），实际为词元 {}（{}）</translation>
    </message>
    <message>
        <source>expected use_sliding_window and a sliding_window, since layer_types names sliding layers; found neither or one</source>
        <translation>layer_types 列出了滑动层，因此应有 use_sliding_window 和 sliding_window；实际都没有或只有其一</translation>
    </message>
    <message>
        <source>expected values of at most {} bytes and {} levels, found more</source>
        <translation>值最多应为 {} 字节和 {} 层，实际更多</translation>
    </message>
    <message>
        <source>expected weights, found a Git LFS pointer: the file itself was not fetched</source>
        <translation>应有权重，实际为 Git LFS 指针：文件本身未获取</translation>
    </message>
    <message>
        <source>expected yarn rope scaling with 0 &lt; beta_slow &lt; beta_fast and a positive original length, found {}, {}, {}</source>
        <translation>yarn RoPE 缩放应满足 0 &lt; beta_slow &lt; beta_fast 且原始长度为正数，实际为 {}、{}、{}</translation>
    </message>
    <message>
        <source>expected {} bytes, found {}</source>
        <translation>应为 {} 字节，实际为 {}</translation>
    </message>
    <message>
        <source>expected {} cells, as the first line has names, found {}</source>
        <translation>应有 {} 个单元格（与首行的名称数相同），实际为 {}</translation>
    </message>
    <message>
        <source>expected {} from 0 to {}, found {}</source>
        <translation>{} 应为 0 到 {}，实际为 {}</translation>
    </message>
    <message>
        <source>expected {} from 1 to {}, found {}</source>
        <translation>{} 应为 1 到 {}，实际为 {}</translation>
    </message>
    <message>
        <source>expected {} hexadecimal digits behind \{}, found fewer</source>
        <translation>应有 {} 位十六进制数字（在 \{} 之后），实际更少</translation>
    </message>
    <message>
        <source>expected {} tensors in all {} parts, found {}</source>
        <translation>应有 {} 个张量（全部 {} 个部分合计），实际为 {}</translation>
    </message>
    <message>
        <source>expected {} to be 1 or more, found {}</source>
        <translation>{} 应为 1 或以上，实际为 {}</translation>
    </message>
    <message>
        <source>expected {} to be a positive number, found {}</source>
        <translation>{} 应为正数，实际为 {}</translation>
    </message>
    <message>
        <source>false</source>
        <translation>false</translation>
    </message>
    <message>
        <source>false (a feed-forward without biases)</source>
        <translation>false（无偏置的前馈）</translation>
    </message>
    <message>
        <source>field &quot;answer&quot;: expected one that can be compared {}, found {}</source>
        <translation>字段 &quot;answer&quot;：应为可比较的回答（{}），实际为 {}</translation>
    </message>
    <message>
        <source>field &quot;answer&quot;: expected what the model should write, found nothing</source>
        <translation>字段 &quot;answer&quot;：应为模型应写出的内容，实际没有</translation>
    </message>
    <message>
        <source>field &quot;{}&quot;: expected UTF-8, found other bytes (Latin-1 or Windows-1252?)</source>
        <translation>字段 &quot;{}&quot;：应为 UTF-8，实际为其他字节（Latin-1 或 Windows-1252？）</translation>
    </message>
    <message>
        <source>field &quot;{}&quot;: not valid JSON</source>
        <translation>字段 &quot;{}&quot;：不是有效的 JSON</translation>
    </message>
    <message>
        <source>field &quot;{}&quot;: {}</source>
        <translation>字段 &quot;{}&quot;：{}</translation>
    </message>
    <message>
        <source>file {}</source>
        <translation>文件 {}</translation>
    </message>
    <message>
        <source>format: expected !r or !s, found !{}</source>
        <translation>format：应为 !r 或 !s，实际为 !{}</translation>
    </message>
    <message>
        <source>format: expected a form for a number, found {}</source>
        <translation>format：应为数值的格式，实际为 {}</translation>
    </message>
    <message>
        <source>format: expected a form for a text, found another</source>
        <translation>format：应为文本的格式，实际为其他格式</translation>
    </message>
    <message>
        <source>format: expected a form for a whole number, found {}</source>
        <translation>format：应为整数的格式，实际为 {}</translation>
    </message>
    <message>
        <source>format: expected a format that Python knows, found {}</source>
        <translation>format：应为 Python 认识的格式，实际为 {}</translation>
    </message>
    <message>
        <source>format: expected a gap for every value, found fewer gaps</source>
        <translation>format：每个值都应有一个占位，实际占位不足</translation>
    </message>
    <message>
        <source>format: expected a letter behind %, found the end of the text</source>
        <translation>format：% 之后应有字母，实际文本已结束</translation>
    </message>
    <message>
        <source>format: expected a letter that Python knows behind %, found {}</source>
        <translation>format：% 之后应为 Python 认识的字母，实际为 {}</translation>
    </message>
    <message>
        <source>format: expected a mapping for the names in the text, found {}</source>
        <translation>format：文本中的名称需要映射，实际为 {}</translation>
    </message>
    <message>
        <source>format: expected a name between . [ and ], found none</source>
        <translation>format：. [ 和 ] 之间应有名称，实际没有</translation>
    </message>
    <message>
        <source>format: expected a number of at most 64 bits, found more</source>
        <translation>format：数值最多应为 64 比特，实际更多</translation>
    </message>
    <message>
        <source>format: expected a text or a number to lay out, found {}</source>
        <translation>format：应为可排版的文本或数值，实际为 {}</translation>
    </message>
    <message>
        <source>format: expected a value called {}, found none</source>
        <translation>format：应有名为 {} 的值，实际没有</translation>
    </message>
    <message>
        <source>format: expected a value for every gap, found too few</source>
        <translation>format：每个占位都应有一个值，实际值不足</translation>
    </message>
    <message>
        <source>format: expected a width of at most 10,000, found more</source>
        <translation>format：宽度最多应为 10,000，实际更大</translation>
    </message>
    <message>
        <source>format: expected braces in pairs, found one alone</source>
        <translation>format：花括号应成对出现，实际有单独的一个</translation>
    </message>
    <message>
        <source>format: expected digits behind the point, found none in {}</source>
        <translation>format：小数点之后应有数字，实际 {} 中没有</translation>
    </message>
    <message>
        <source>format: expected gaps with numbers or without, found both</source>
        <translation>format：占位应都带编号或都不带编号，实际两者都有</translation>
    </message>
    <message>
        <source>format: expected no precision for a whole number, found one</source>
        <translation>format：整数不应带精度，实际带有精度</translation>
    </message>
    <message>
        <source>format: expected values by position or by name, found both</source>
        <translation>format：值应按位置或按名称给出，实际两者都有</translation>
    </message>
    <message>
        <source>format: this program does not fill grouped digits with zeros</source>
        <translation>format：本程序不会用零填充分组的数字</translation>
    </message>
    <message>
        <source>gated convolutions in place of attention</source>
        <translation>以门控卷积代替注意力</translation>
    </message>
    <message>
        <source>groupby: expected groups that have an order, found others</source>
        <translation>groupby：分组应可排序，实际不可排序</translation>
    </message>
    <message>
        <source>held-out loss up again from {:.3f} after step {}</source>
        <translation>留出损失从 {:.3f} 再次上升（第 {} 步之后）</translation>
    </message>
    <message>
        <source>held-out row {}</source>
        <translation>留出的行 {}</translation>
    </message>
    <message>
        <source>in UTF-16</source>
        <translation>UTF-16 编码</translation>
    </message>
    <message>
        <source>indent: expected a width of at most 10,000, found {}</source>
        <translation>indent：宽度最多应为 10,000，实际为 {}</translation>
    </message>
    <message>
        <source>index: expected {} in the list, found none</source>
        <translation>index：列表中应有 {}，实际没有</translation>
    </message>
    <message>
        <source>index: expected {} in the text, found none</source>
        <translation>index：文本中应有 {}，实际没有</translation>
    </message>
    <message>
        <source>int: expected a number of at most 64 bits, found more</source>
        <translation>int：数值最多应为 64 比特，实际更多</translation>
    </message>
    <message>
        <source>it is {}, which changes what the model computes and is not computed here</source>
        <translation>其值为 {}，这会改变模型的计算，而此处不支持该计算</translation>
    </message>
    <message>
        <source>items that can be keys</source>
        <translation>可用作键的元素</translation>
    </message>
    <message>
        <source>its text part in a folder of its own</source>
        <translation>位于单独文件夹中的文本部分</translation>
    </message>
    <message>
        <source>key {} of config.json</source>
        <translation>config.json 的键 {}</translation>
    </message>
    <message>
        <source>keys that serve as values, and layers of two head widths</source>
        <translation>兼作值的键，以及两种头宽度的层</translation>
    </message>
    <message>
        <source>layer norms and blocks side by side</source>
        <translation>层归一化和并列的块</translation>
    </message>
    <message>
        <source>layer norms with biases and a feed-forward without a gate</source>
        <translation>带偏置的层归一化和无门控的前馈</translation>
    </message>
    <message>
        <source>layer norms with biases and blocks side by side</source>
        <translation>带偏置的层归一化和并列的块</translation>
    </message>
    <message>
        <source>layer norms with biases, learned positions and a feed-forward without a gate</source>
        <translation>带偏置的层归一化、可学习的位置和无门控的前馈</translation>
    </message>
    <message>
        <source>lie in another shard than it says</source>
        <translation>所在的分片与其所列不同</translation>
    </message>
    <message>
        <source>linear by {:g}</source>
        <translation>linear，{:g} 倍</translation>
    </message>
    <message>
        <source>llama3 by {:g}, from {} positions on</source>
        <translation>llama3，{:g} 倍，从 {} 个位置起</translation>
    </message>
    <message>
        <source>map: expected attribute=... or the name of a filter</source>
        <translation>map：应为 attribute=... 或过滤器名</translation>
    </message>
    <message>
        <source>map: expected the name of a filter that this program has, found {}</source>
        <translation>map：应为本程序具有的过滤器名，实际为 {}</translation>
    </message>
    <message>
        <source>marked as a bad answer ({}: false)</source>
        <translation>标为差的回答（{}: false）</translation>
    </message>
    <message>
        <source>measuring the speed of a step</source>
        <translation>正在测量每步的速度</translation>
    </message>
    <message>
        <source>no config.json in it</source>
        <translation>其中没有 config.json</translation>
    </message>
    <message>
        <source>no field {}</source>
        <translation>没有字段 {}</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>非数值</translation>
    </message>
    <message>
        <source>none asked</source>
        <translation>未提问</translation>
    </message>
    <message>
        <source>not valid JSON</source>
        <translation>不是有效的 JSON</translation>
    </message>
    <message>
        <source>not valid JSON: a text without its closing quote</source>
        <translation>不是有效的 JSON：文本缺少结尾引号</translation>
    </message>
    <message>
        <source>not valid JSON: expected &quot;{}&quot;, found &quot;{}&quot;</source>
        <translation>不是有效的 JSON：应为 &quot;{}&quot;，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>not valid JSON: expected &quot;{}&quot;, found the end</source>
        <translation>不是有效的 JSON：应为 &quot;{}&quot;，实际已到结尾</translation>
    </message>
    <message>
        <source>not valid JSON: expected a value, found the end</source>
        <translation>不是有效的 JSON：应有值，实际已到结尾</translation>
    </message>
    <message>
        <source>not valid JSON: expected a value, found {}</source>
        <translation>不是有效的 JSON：应有值，实际为 {}</translation>
    </message>
    <message>
        <source>not valid JSON: expected nothing behind {}, found {}</source>
        <translation>不是有效的 JSON：{}之后应无内容，实际为 {}</translation>
    </message>
    <message>
        <source>not valid JSON: expected {}, found the end</source>
        <translation>不是有效的 JSON：应为 {}，实际已到结尾</translation>
    </message>
    <message>
        <source>not valid JSON: expected {}, found {}</source>
        <translation>不是有效的 JSON：应为 {}，实际为 {}</translation>
    </message>
    <message>
        <source>one character or its number</source>
        <translation>一个字符或其编号</translation>
    </message>
    <message>
        <source>one character to fill with</source>
        <translation>一个用于填充的字符</translation>
    </message>
    <message>
        <source>one of whole words</source>
        <translation>以整词为单位的模型</translation>
    </message>
    <message>
        <source>one that is ours</source>
        <translation>属于本程序的变量</translation>
    </message>
    <message>
        <source>packed with {}</source>
        <translation>以 {} 压缩</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>成对的值</translation>
    </message>
    <message>
        <source>pairs of key and value</source>
        <translation>键与值的对</translation>
    </message>
    <message>
        <source>partition: expected a separator, found an empty text</source>
        <translation>partition：应为分隔符，实际为空文本</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>read back and put into the base&apos;s files: {} of {} tensors are the tuned model&apos;s, bit for bit, in the types that the base stores</source>
        <translation>已读回并放入基础模型的文件：{} / {} 个张量与微调后的模型逐比特相同，类型为基础模型的存储类型</translation>
    </message>
    <message>
        <source>read back from the file, tensor by tensor: {} of {} are what was to be written, byte for byte; {} of them are the base&apos;s bytes</source>
        <translation>已从文件逐个张量读回：{} / {} 个与应写入的内容逐字节相同；其中 {} 个是基础模型的字节</translation>
    </message>
    <message>
        <source>read back from the files, tensor by tensor: {} of {} hold the values in memory ({}), bit for bit</source>
        <translation>已从文件逐个张量读回：{} / {} 个与内存中的值（{}）逐比特相同</translation>
    </message>
    <message>
        <source>retention probe {} of {} right before, {} after</source>
        <translation>保留测试训练前答对 {} / {}，训练后 {}</translation>
    </message>
    <message>
        <source>round: expected the method common, ceil or floor, found {}</source>
        <translation>round：方法应为 common、ceil 或 floor，实际为 {}</translation>
    </message>
    <message>
        <source>several subscripts in one pair of brackets</source>
        <translation>一对方括号中有多个下标</translation>
    </message>
    <message>
        <source>slice: expected a number from 1 to {}, found {}</source>
        <translation>slice：数值应为 1 到 {}，实际为 {}</translation>
    </message>
    <message>
        <source>something that can be a key</source>
        <translation>可用作键的值</translation>
    </message>
    <message>
        <source>something that can be a key on the left</source>
        <translation>左侧为可用作键的值</translation>
    </message>
    <message>
        <source>something with attributes</source>
        <translation>含属性的值</translation>
    </message>
    <message>
        <source>something with the item {}</source>
        <translation>含元素 {} 的值</translation>
    </message>
    <message>
        <source>sort: expected items that have an order, found others</source>
        <translation>sort：元素应可排序，实际不可排序</translation>
    </message>
    <message>
        <source>speed of a step</source>
        <translation>每步的速度</translation>
    </message>
    <message>
        <source>split: expected a separator, found an empty text</source>
        <translation>split：应为分隔符，实际为空文本</translation>
    </message>
    <message>
        <source>state-space layers</source>
        <translation>状态空间层</translation>
    </message>
    <message>
        <source>strftime_now: expected a short format, found one that gives nothing</source>
        <translation>strftime_now：应为短格式，实际格式不产生任何内容</translation>
    </message>
    <message>
        <source>striptags: this program does not read HTML</source>
        <translation>striptags：本程序不读取 HTML</translation>
    </message>
    <message>
        <source>tensor {} of the base is left out: {} is not read here</source>
        <translation>基础模型的张量 {} 被略去：此处不读取 {}</translation>
    </message>
    <message>
        <source>tensors {}: {}</source>
        <translation>张量 {}：{} 个</translation>
    </message>
    <message>
        <source>text, json, number or letter</source>
        <translation>text、json、number 或 letter</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>that it lists are in no shard</source>
        <translation>已列出，却不在任何分片中</translation>
    </message>
    <message>
        <source>the file can not be opened</source>
        <translation>无法打开文件</translation>
    </message>
    <message>
        <source>the list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>the loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>the name of a file</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>the object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>the picture or sound encoder of a model (mmproj), not its language model</source>
        <translation>模型的图像或声音编码器 (mmproj)，而不是其语言模型</translation>
    </message>
    <message>
        <source>the test {} is not one that this program has</source>
        <translation>本程序没有测试 {}</translation>
    </message>
    <message>
        <source>this is part {} of {} of a split GGUF model, and of its parts {} are missing: {}</source>
        <translation>这是拆分的 GGUF 模型的第 {} 部分（共 {} 部分），缺少其中 {} 个部分：{}</translation>
    </message>
    <message>
        <source>this is part {} of {} of a split GGUF model: expected a name that ends in -{:05}-of-{:05}.gguf, as its other parts have</source>
        <translation>这是拆分的 GGUF 模型的第 {} 部分（共 {} 部分）：名称应以 -{:05}-of-{:05}.gguf 结尾，与其他部分一样</translation>
    </message>
    <message>
        <source>this program lacks .{} of {}</source>
        <translation>本程序没有 .{}（用于{}）</translation>
    </message>
    <message>
        <source>this program lacks the function {}</source>
        <translation>本程序没有函数 {}</translation>
    </message>
    <message>
        <source>tojson: expected an indent of at most 1000, found {}</source>
        <translation>tojson：缩进最多应为 1000，实际为 {}</translation>
    </message>
    <message>
        <source>tojson: expected texts, numbers, lists and mappings, found {}</source>
        <translation>tojson：应为文本、数值、列表和映射，实际为 {}</translation>
    </message>
    <message>
        <source>tokenizer.model says that no blank goes in front of a text; transformers 5 puts one there for tokenizer_class LlamaTokenizer unless add_prefix_space is false, and so does this program.</source>
        <translation>tokenizer.model 指明文本之前不加空格；对于 tokenizer_class LlamaTokenizer，除非 add_prefix_space 为 false，transformers 5 会加上一个空格，本程序也如此。</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>truncate: expected a length of at least {} and a leeway of at least 0</source>
        <translation>truncate：长度至少应为 {}，余量至少应为 0</translation>
    </message>
    <message>
        <source>two texts as separators</source>
        <translation>作为分隔符的两个文本</translation>
    </message>
    <message>
        <source>unigram model, {} tokens, {}</source>
        <translation>unigram 模型，{} 个词元，{}</translation>
    </message>
    <message>
        <source>unpacking</source>
        <translation>正在解压</translation>
    </message>
    <message>
        <source>unpacking was cancelled</source>
        <translation>解压已取消</translation>
    </message>
    <message>
        <source>weights as NumPy arrays (older MLX)</source>
        <translation>NumPy 数组形式的权重（旧版 MLX）</translation>
    </message>
    <message>
        <source>weights for Flax</source>
        <translation>用于 Flax 的权重</translation>
    </message>
    <message>
        <source>weights for Flax (flax_model.msgpack)</source>
        <translation>用于 Flax 的权重 (flax_model.msgpack)</translation>
    </message>
    <message>
        <source>weights for TensorFlow (tf_model.h5)</source>
        <translation>用于 TensorFlow 的权重 (tf_model.h5)</translation>
    </message>
    <message>
        <source>weights in the maker&apos;s original format (consolidated)</source>
        <translation>制作者原始格式的权重 (consolidated)</translation>
    </message>
    <message>
        <source>weights without config.json</source>
        <translation>没有 config.json 的权重</translation>
    </message>
    <message>
        <source>whole numbers of at most 64 bits</source>
        <translation>最多 64 比特的整数</translation>
    </message>
    <message>
        <source>xmlattr: expected the name of an attribute, found {}</source>
        <translation>xmlattr：应为属性名，实际为 {}</translation>
    </message>
    <message>
        <source>yarn by {:g}, from {} positions on</source>
        <translation>yarn，{:g} 倍，从 {} 个位置起</translation>
    </message>
    <message>
        <source>{} GGUF files</source>
        <translation>{} 个 GGUF 文件</translation>
    </message>
    <message>
        <source>{} answers ran into the longest one</source>
        <translation>{} 个回答达到了最长长度</translation>
    </message>
    <message>
        <source>{} contradicts the files: {} tensors {}: {}</source>
        <translation>{} 与文件矛盾：{} 个张量{}：{}</translation>
    </message>
    <message>
        <source>{} entries differ by rounding</source>
        <translation>{} 个元素因舍入而不同</translation>
    </message>
    <message>
        <source>{} entries of {} tensors; the base model is needed beside it</source>
        <translation>{} 个元素，分布于 {} 个张量；还需要同时有基础模型</translation>
    </message>
    <message>
        <source>{} held-out rows have an answer that is cut off by data.max_tokens: they are not asked</source>
        <translation>{} 个留出的行的回答被 data.max_tokens 截断：不对它们提问</translation>
    </message>
    <message>
        <source>{} is &quot;{}&quot;, a mixture of experts; supported are dense models only</source>
        <translation>{} 为 &quot;{}&quot;，是混合专家模型；仅支持稠密模型</translation>
    </message>
    <message>
        <source>{} is {}; supported are dense models only</source>
        <translation>{} 为 {}；仅支持稠密模型</translation>
    </message>
    <message>
        <source>{} is {}; supported is the whole head width, {}</source>
        <translation>{} 为 {}；仅支持完整的头宽度 {}</translation>
    </message>
    <message>
        <source>{} is {}; supported is the width of the keys, {}</source>
        <translation>{} 为 {}；仅支持键的宽度 {}</translation>
    </message>
    <message>
        <source>{} of {} ({:.0f} to {:.0f} %)</source>
        <translation>{} / {}（{:.0f} 至 {:.0f} %）</translation>
    </message>
    <message>
        <source>{} of {} changed values were rounded: their type in the file does not hold them</source>
        <translation>{} / {} 个已改变的值被舍入：它们在文件中的类型无法容纳这些值</translation>
    </message>
    <message>
        <source>{} of {} held-out rows are answered before and after, and compared {}</source>
        <translation>{} / {} 个留出的行在训练前后作答，并加以比较：{}</translation>
    </message>
    <message>
        <source>{} of {} held-out rows are answered before and after, and compared {} (guessed from their answers; evaluate.answer_rule decides)</source>
        <translation>{} / {} 个留出的行在训练前后作答，并加以比较：{}（由其回答推测；由 evaluate.answer_rule 决定）</translation>
    </message>
    <message>
        <source>{} of {} holds again what another shard has, with equal values: {}</source>
        <translation>{1} 中的 {0} 又含有另一分片已有的张量，值相同：{2}</translation>
    </message>
    <message>
        <source>{} of {} questions right before, {} after: no loss can be seen; {} questions can&apos;t show changes under about {}</source>
        <translation>训练前答对 {} / {} 题，训练后 {}：看不出损失；{} 道题无法显示小于约 {} 的变化</translation>
    </message>
    <message>
        <source>{} of {} questions right before, {} after: nothing was lost</source>
        <translation>训练前答对 {} / {} 题，训练后 {}：没有任何损失</translation>
    </message>
    <message>
        <source>{} of {} questions right before, {} after: something was forgotten. A lower learning rate or fewer steps keep more</source>
        <translation>训练前答对 {} / {} 题，训练后 {}：有所遗忘。降低学习率或减少步数可保留更多</translation>
    </message>
    <message>
        <source>{} of {} rows were asked, to save time</source>
        <translation>为节省时间，只提问了 {} / {} 行</translation>
    </message>
    <message>
        <source>{} of {} tensors are byte for byte as the base stores them; in the others {} entries differ from the base&apos;s</source>
        <translation>{} / {} 个张量与基础模型的存储逐字节相同；其余张量中有 {} 个元素与基础模型不同</translation>
    </message>
    <message>
        <source>{} of {} tensors are the base&apos;s, byte for byte</source>
        <translation>{} / {} 个张量与基础模型逐字节相同</translation>
    </message>
    <message>
        <source>{} rows left out: {} (the first: {})</source>
        <translation>{} 行被略去：{}（第一行：{}）</translation>
    </message>
    <message>
        <source>{} says {} bytes in all, the shards hold {}; the shards count</source>
        <translation>{} 称共有 {} 字节，分片中有 {}；以分片为准</translation>
    </message>
    <message>
        <source>{} tensors are {} in memory: a changed value that their type in the file does not hold is rounded to the nearest</source>
        <translation>{} 个张量在内存中为 {}：若已改变的值无法由其在文件中的类型容纳，则舍入到最接近的值</translation>
    </message>
    <message>
        <source>{} tensors in the files are none of the model&apos;s</source>
        <translation>文件中有 {} 个张量不属于该模型</translation>
    </message>
    <message>
        <source>{} tensors of the base are of a type that holds more: their values are rounded to the nearest</source>
        <translation>基础模型的 {} 个张量的类型能容纳更多：其值舍入到最接近的值</translation>
    </message>
    <message>
        <source>{} {:.3f} to {:.3f}</source>
        <translation>{} 由 {:.3f} 变为 {:.3f}</translation>
    </message>
    <message>
        <source>{}, field &quot;{}&quot;</source>
        <translation>{}，字段 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>{}, question {}</source>
        <translation>{}，问题 {}</translation>
    </message>
    <message>
        <source>{}: expected at least {} arguments, found fewer</source>
        <translation>{}：至少应有 {} 个参数，实际更少</translation>
    </message>
    <message>
        <source>{}: expected items, found none</source>
        <translation>{}：应有元素，实际没有</translation>
    </message>
    <message>
        <source>{}: expected no argument called {}, found one</source>
        <translation>{}：不应有名为 {} 的参数，实际有一个</translation>
    </message>
    <message>
        <source>{}: expected {} once, found it twice</source>
        <translation>{}：{} 应只出现一次，实际出现两次</translation>
    </message>
    <message>
        <source>{}: field {} of {} messages is not used</source>
        <translation>{}：字段 {} 未使用（{} 条消息）</translation>
    </message>
    <message>
        <source>{}: field {} of {} rows is not used</source>
        <translation>{}：字段 {} 未使用（{} 行）</translation>
    </message>
    <message>
        <source>{}: field {} of {} rows is not used: the prompts have no place for it</source>
        <translation>{}：字段 {} 未使用（{} 行）：提示中没有它的位置</translation>
    </message>
    <message>
        <source>{}: the answers in {} of {} rows are not used: the chosen ones train</source>
        <translation>{}：{} 中的回答未使用（{} 行）：用于训练的是被选中的回答</translation>
    </message>
    <message>
        <source>{}: {} answers have weight 0 and do not train</source>
        <translation>{}：{} 个回答的权重为 0，不参与训练</translation>
    </message>
    <message>
        <source>{}: {} in chat_template_kwargs of {} rows is not used by the template</source>
        <translation>{}：chat_template_kwargs 中的 {} 未被模板使用（{} 行）</translation>
    </message>
    <message>
        <source>{}: {} messages are marked to train that are no answers: only answers train</source>
        <translation>{}：{} 条标为参与训练的消息不是回答：只有回答参与训练</translation>
    </message>
    <message>
        <source>{}: {} messages behind the last answer of their row are left out</source>
        <translation>{}：{} 条位于所在行最后一个回答之后的消息被略去</translation>
    </message>
    <message>
        <source>{}: {} texts to go on from, in {} pieces; every token trains</source>
        <translation>{}：{} 个用于续写的文本，分为 {} 段；每个词元都参与训练</translation>
    </message>
    <message>
        <source>4 bytes each for every one of {} weights</source>
        <translation>{} 个权重各 4 字节</translation>
    </message>
    <message>
        <source>4 bytes for every one of {} weights</source>
        <translation>{} 个权重各 4 字节</translation>
    </message>
    <message>
        <source>A LoRA adapter of r = {} for {} matrices</source>
        <translation>r = {} 的 LoRA 适配器，共 {} 个矩阵</translation>
    </message>
    <message>
        <source>A new selection was asked for: this method chooses nothing</source>
        <translation>请求重新选择：此方法不作选择</translation>
    </message>
    <message>
        <source>Adapter for PEFT (LoRA)</source>
        <translation>PEFT 适配器（LoRA）</translation>
    </message>
    <message>
        <source>Detach the delta first</source>
        <translation>请先取下增量</translation>
    </message>
    <message>
        <source>Export as peft (SHiRA), or the merged model</source>
        <translation>请导出为 peft (SHiRA) 或合并后的模型</translation>
    </message>
    <message>
        <source>Full: every weight of the projections</source>
        <translation>全量：投影的所有权重</translation>
    </message>
    <message>
        <source>LIFT of random singular values</source>
        <translation>取随机奇异值的 LIFT</translation>
    </message>
    <message>
        <source>LIFT of the largest and smallest singular values</source>
        <translation>取最大和最小奇异值的 LIFT</translation>
    </message>
    <message>
        <source>LIFT of the smallest singular values</source>
        <translation>取最小奇异值的 LIFT</translation>
    </message>
    <message>
        <source>Largest gradients</source>
        <translation>最大的梯度</translation>
    </message>
    <message>
        <source>Least principal weights (control)</source>
        <translation>最不主要的权重（对照）</translation>
    </message>
    <message>
        <source>LoRA: low-rank adapters</source>
        <translation>LoRA：低秩适配器</translation>
    </message>
    <message>
        <source>Matrices that matter more get more bits, as in llama.cpp; one whose rows are no multiple of 256 gets smaller blocks</source>
        <translation>更重要的矩阵用更多比特，与 llama.cpp 相同；行长不是 256 的倍数的矩阵使用更小的块</translation>
    </message>
    <message>
        <source>Merge it with PEFT (merge_and_unload) and import the merged folder</source>
        <translation>请用 PEFT 合并（merge_and_unload），再导入合并后的文件夹</translation>
    </message>
    <message>
        <source>Name the files themselves</source>
        <translation>请直接指定文件</translation>
    </message>
    <message>
        <source>Name the model that it was tuned from</source>
        <translation>请指定它由哪个模型微调而来</translation>
    </message>
    <message>
        <source>Name the model that the adapter was trained on</source>
        <translation>请指定适配器在哪个模型上训练</translation>
    </message>
    <message>
        <source>Only the factors are written, in fp32. The tuned model has their product rounded into its weights; a program that keeps them apart rounds elsewhere</source>
        <translation>只写出 fp32 的因子。微调后的模型已把它们的乘积舍入到权重中；把因子分开保存的程序会在别处舍入</translation>
    </message>
    <message>
        <source>README.md is this model&apos;s card; the base&apos;s is README.base.md</source>
        <translation>README.md 是此模型的说明卡；基础模型的是 README.base.md</translation>
    </message>
    <message>
        <source>Rank of the adapters</source>
        <translation>适配器的秩</translation>
    </message>
    <message>
        <source>Rank of the adapters: rank x (rows + columns) numbers train per matrix.</source>
        <translation>适配器的秩：每个矩阵训练 秩 x (行 + 列) 个数。</translation>
    </message>
    <message>
        <source>Run packaging/setup and build again, or write the rows as JSONL, for example in Python: {}</source>
        <translation>请运行 packaging/setup 后重新构建，或把数据写成 JSONL，例如用 Python：{}</translation>
    </message>
    <message>
        <source>Save it with PEFT&apos;s safe_serialization=True</source>
        <translation>请用 PEFT 的 safe_serialization=True 保存</translation>
    </message>
    <message>
        <source>Scale by the root of the rank</source>
        <translation>按秩的平方根缩放</translation>
    </message>
    <message>
        <source>Scale of the adapters (alpha)</source>
        <translation>适配器的缩放 (alpha)</translation>
    </message>
    <message>
        <source>The adapters count alpha / rank times.</source>
        <translation>适配器按 alpha / rank 倍计入。</translation>
    </message>
    <message>
        <source>The adapters count alpha / sqrt(rank) times instead (rsLoRA).</source>
        <translation>适配器改按 alpha / sqrt(rank) 倍计入 (rsLoRA)。</translation>
    </message>
    <message>
        <source>The base is a quantised file: the delta is against its weights as they are read here</source>
        <translation>基础模型是量化文件：增量相对于此处读出的权重</translation>
    </message>
    <message>
        <source>The chat template {} cannot be read: {}</source>
        <translation>聊天模板 {} 无法读取：{}</translation>
    </message>
    <message>
        <source>The chat template {} is not used: only {}, for rows with tools, is chosen by its name</source>
        <translation>聊天模板 {} 未使用：只有 {} 会按名称用于带工具的行</translation>
    </message>
    <message>
        <source>The matrices are written as {}</source>
        <translation>矩阵写成 {}</translation>
    </message>
    <message>
        <source>The named chat templates cannot be read: {}</source>
        <translation>具名聊天模板无法读取：{}</translation>
    </message>
    <message>
        <source>The tuned model&apos;s chat template is not the base&apos;s: a delta has none of its own and takes the base&apos;s</source>
        <translation>微调后模型的聊天模板与基础模型不同：增量没有自己的模板，使用基础模型的</translation>
    </message>
    <message>
        <source>The tuned model&apos;s file is quantised: the difference has its rounding in it, in nearly every weight</source>
        <translation>微调后模型的文件是量化的：差值中几乎每个权重都含有它的舍入</translation>
    </message>
    <message>
        <source>The tuned model&apos;s tokenizer is not the base&apos;s: a delta has none of its own and takes the base&apos;s</source>
        <translation>微调后模型的分词器与基础模型不同：增量没有自己的分词器，使用基础模型的</translation>
    </message>
    <message>
        <source>Train with it, or look at another criterion</source>
        <translation>请用它训练，或查看其他准则</translation>
    </message>
    <message>
        <source>Use the text model, GLM-4-0414</source>
        <translation>请使用文本模型 GLM-4-0414</translation>
    </message>
    <message>
        <source>Weights that move away from zero</source>
        <translation>远离零的权重</translation>
    </message>
    <message>
        <source>What the adapters begin as</source>
        <translation>适配器从何开始</translation>
    </message>
    <message>
        <source>What the adapters begin as: random, or the leading singular values (pissa).</source>
        <translation>适配器从何开始：random（随机），或主要奇异值 (pissa)。</translation>
    </message>
    <message>
        <source>Write it again with smaller row groups, or as JSONL</source>
        <translation>请用更小的行组重新写出，或写成 JSONL</translation>
    </message>
    <message>
        <source>Write the rows as JSONL</source>
        <translation>请把数据写成 JSONL</translation>
    </message>
    <message>
        <source>&quot;default&quot;, &quot;dynamic&quot;, &quot;linear&quot;, &quot;llama3&quot;, &quot;yarn&quot;, &quot;longrope&quot; or &quot;proportional&quot;</source>
        <translation>&quot;default&quot;、&quot;dynamic&quot;、&quot;linear&quot;、&quot;llama3&quot;、&quot;yarn&quot;、&quot;longrope&quot; 或 &quot;proportional&quot;</translation>
    </message>
    <message>
        <source>&quot;{}&quot; looks at the gradients of the rows, which only a run has</source>
        <translation>&quot;{}&quot; 要看各行的梯度，而梯度只在运行中才有</translation>
    </message>
    <message>
        <source>a LoRA adapter of llama.cpp for {} tensors</source>
        <translation>llama.cpp 的 LoRA 适配器，共 {} 个张量</translation>
    </message>
    <message>
        <source>a list of numbers, one for each pair of channels that turns</source>
        <translation>数值列表，每对旋转的通道一个</translation>
    </message>
    <message>
        <source>a list of templates with name and template</source>
        <translation>带 name 和 template 的模板列表</translation>
    </message>
    <message>
        <source>a number above 0, at most 1</source>
        <translation>大于 0 且不超过 1 的数值</translation>
    </message>
    <message>
        <source>a positive number, or null for none</source>
        <translation>正数值，或 null 表示没有</translation>
    </message>
    <message>
        <source>a tuned model, {}</source>
        <translation>微调后的模型，{}</translation>
    </message>
    <message>
        <source>a {} adapter of PEFT for {} tensors</source>
        <translation>PEFT 的 {} 适配器，共 {} 个张量</translation>
    </message>
    <message>
        <source>a {} file</source>
        <translation>{} 文件</translation>
    </message>
    <message>
        <source>adapters</source>
        <translation>适配器</translation>
    </message>
    <message>
        <source>an {} file</source>
        <translation>{} 文件</translation>
    </message>
    <message>
        <source>an {} stream</source>
        <translation>{} 流</translation>
    </message>
    <message>
        <source>another</source>
        <translation>另一个</translation>
    </message>
    <message>
        <source>at least one pair of a head&apos;s {} channels to turn</source>
        <translation>每个头的 {} 个通道中至少有一对旋转</translation>
    </message>
    <message>
        <source>column &quot;{}&quot; ({}) is left out: {}</source>
        <translation>列 &quot;{}&quot; ({}) 被略去：{}</translation>
    </message>
    <message>
        <source>column &quot;{}&quot; ({}) is read as it is printed</source>
        <translation>列 &quot;{}&quot; ({}) 按其打印形式读取</translation>
    </message>
    <message>
        <source>comparing with the base</source>
        <translation>与基础模型比较</translation>
    </message>
    <message>
        <source>expected [{}] for {}, found [{}]</source>
        <translation>形状应为 [{}]（{}），实际为 [{}]</translation>
    </message>
    <message>
        <source>expected a LoRA adapter, found {}</source>
        <translation>应为 LoRA 适配器，实际为 {}</translation>
    </message>
    <message>
        <source>expected a LoRA or SHiRA adapter, found {}</source>
        <translation>应为 LoRA 或 SHiRA 适配器，实际为 {}</translation>
    </message>
    <message>
        <source>expected a change of a tensor of the base {}, found another</source>
        <translation>应有对基础模型张量 {} 的改动，实际为其他张量</translation>
    </message>
    <message>
        <source>expected a delta file, found an adapter, which is a delta once it is attached to its base</source>
        <translation>应为增量文件，实际为适配器；应用到其基础模型后才是增量</translation>
    </message>
    <message>
        <source>expected a delta with the factors of an adapter, found one without: it was not trained with train.method=lora, or its base stores several projections as one tensor</source>
        <translation>应有带适配器因子的增量，实际没有因子：它不是用 train.method=lora 训练的，或基础模型把几个投影存为一个张量</translation>
    </message>
    <message>
        <source>expected a factor of {} x {}, found {}</source>
        <translation>因子应为 {} x {}，实际为 {}</translation>
    </message>
    <message>
        <source>expected a folder of at most {} files</source>
        <translation>文件夹最多应有 {} 个文件</translation>
    </message>
    <message>
        <source>expected a list of messages, found nothing</source>
        <translation>应有消息列表，实际没有</translation>
    </message>
    <message>
        <source>expected a matrix&apos;s change</source>
        <translation>应有一个矩阵的改动</translation>
    </message>
    <message>
        <source>expected a model as the base, {}, found {}</source>
        <translation>应有作为基础的模型 {}，实际为 {}</translation>
    </message>
    <message>
        <source>expected a module of the base {}, found one that it does not have</source>
        <translation>应有基础模型的模块 {}，实际为它没有的模块</translation>
    </message>
    <message>
        <source>expected a name that begins with {}</source>
        <translation>名称应以 {} 开头</translation>
    </message>
    <message>
        <source>expected a number &quot;lora_alpha&quot;, found none</source>
        <translation>应有数值 &quot;lora_alpha&quot;，实际没有</translation>
    </message>
    <message>
        <source>expected a number for {} of &quot;alpha_pattern&quot;</source>
        <translation>{}（&quot;alpha_pattern&quot; 中）应为数值</translation>
    </message>
    <message>
        <source>expected a part of a LoRA or SHiRA adapter, or a tensor that the base has</source>
        <translation>应有 LoRA 或 SHiRA 适配器的一部分，或基础模型具有的张量</translation>
    </message>
    <message>
        <source>expected a rank of 1 or more</source>
        <translation>秩应为 1 或以上</translation>
    </message>
    <message>
        <source>expected a row of at most {} bytes, found a longer one</source>
        <translation>一行最多应为 {} 字节，实际更长</translation>
    </message>
    <message>
        <source>expected a scale of queries by their position of 0 or more, and a positive original length, found {} and {}</source>
        <translation>查询按位置的缩放应不小于 0，原始长度应为正数，实际为 {} 和 {}</translation>
    </message>
    <message>
        <source>expected a scale of the factors, found &quot;{}&quot;</source>
        <translation>应有因子的缩放，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected a soft cap of 0 (none) or more, found {}</source>
        <translation>软上限应为 0（无）或以上，实际为 {}</translation>
    </message>
    <message>
        <source>expected a tensor [{}] as the base&apos;s, found [{}]</source>
        <translation>张量应与基础模型相同，为 [{}]，实际为 [{}]</translation>
    </message>
    <message>
        <source>expected a whole {} file, found damage: {}</source>
        <translation>应有完整的 {} 文件，实际已损坏：{}</translation>
    </message>
    <message>
        <source>expected an even number of rotating channels, at most the head width of {}, found {}</source>
        <translation>旋转通道数应为偶数且不超过头宽度 {}，实际为 {}</translation>
    </message>
    <message>
        <source>expected at least one message, found none</source>
        <translation>应有至少一条消息，实际没有</translation>
    </message>
    <message>
        <source>expected auto or exact, found &quot;{}&quot;</source>
        <translation>应为 auto 或 exact，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected both matrices of the adapter, found one</source>
        <translation>应有适配器的两个矩阵，实际只有一个</translation>
    </message>
    <message>
        <source>expected changes, found none: with it every weight is the base&apos;s</source>
        <translation>应有改变，实际没有：应用后每个权重仍与基础模型相同</translation>
    </message>
    <message>
        <source>expected columns with texts, numbers, lists or structs, found none that can be read</source>
        <translation>应有文本、数字、列表或结构的列，实际没有能读取的列</translation>
    </message>
    <message>
        <source>expected files of {} (.jsonl, .json, .csv, .tsv, .txt, .parquet, .arrow), found {}</source>
        <translation>应有 {} 文件 (.jsonl, .json, .csv, .tsv, .txt, .parquet, .arrow)，实际为 {}</translation>
    </message>
    <message>
        <source>expected finite gradients, found others</source>
        <translation>梯度应为有限值，实际不是</translation>
    </message>
    <message>
        <source>expected finite weights, found others: {} has no place for them</source>
        <translation>权重应为有限值，实际不是：{} 无法存放它们</translation>
    </message>
    <message>
        <source>expected items, found none</source>
        <translation>应有元素，实际没有</translation>
    </message>
    <message>
        <source>expected longrope rope scaling with a positive original length, found {}</source>
        <translation>longrope RoPE 缩放的原始长度应为正数，实际为 {}</translation>
    </message>
    <message>
        <source>expected more than 0, found {}</source>
        <translation>应大于 0，实际为 {}</translation>
    </message>
    <message>
        <source>expected outcomes of the same {} items, found {}</source>
        <translation>应有同样 {} 个题目的结果，实际为 {}</translation>
    </message>
    <message>
        <source>expected places inside {} x {}</source>
        <translation>应有 {} x {} 以内的位置</translation>
    </message>
    <message>
        <source>expected random or pissa, found &quot;{}&quot;</source>
        <translation>应为 random 或 pissa，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected rows as JSONL, JSON, CSV, Parquet, Arrow or plain text, found a {} file</source>
        <translation>应有 JSONL、JSON、CSV、Parquet、Arrow 或纯文本的行，实际为 {} 文件</translation>
    </message>
    <message>
        <source>expected rows that this build can read, found a {} file: it was made without Arrow C++</source>
        <translation>应有此程序能读取的行，实际为 {} 文件：此程序构建时没有 Arrow C++</translation>
    </message>
    <message>
        <source>expected tensors of an adapter, found none</source>
        <translation>应有适配器的张量，实际没有</translation>
    </message>
    <message>
        <source>expected the base alone, found it with a delta attached</source>
        <translation>应只有基础模型，实际已应用增量</translation>
    </message>
    <message>
        <source>expected the movement of {} x {} weights, found {}</source>
        <translation>应有 {} x {} 个权重的移动量，实际为 {}</translation>
    </message>
    <message>
        <source>expected two factors in fp32 that fit the matrix, found others</source>
        <translation>应有两个与矩阵相符的 fp32 因子，实际不是</translation>
    </message>
    <message>
        <source>expected two factors of every matrix, found {} of {}</source>
        <translation>每个矩阵应有两个因子，实际为 {} / {}</translation>
    </message>
    <message>
        <source>expected two matrices whose product is [{}], found others</source>
        <translation>应有乘积为 [{}] 的两个矩阵，实际不是</translation>
    </message>
    <message>
        <source>expected values beside the indices, found none</source>
        <translation>索引旁应有数值，实际没有</translation>
    </message>
    <message>
        <source>expected whole numbers, found {}</source>
        <translation>应为整数，实际为 {}</translation>
    </message>
    <message>
        <source>expected {} to be an even number up to the head width of {}, found {}</source>
        <translation>{} 应为不超过头宽度 {} 的偶数，实际为 {}</translation>
    </message>
    <message>
        <source>expected {} to be an interval of 1 or more, or a list of one truth value for each of {} layers</source>
        <translation>{} 应为不小于 1 的间隔，或 {} 层各一个布尔值的列表</translation>
    </message>
    <message>
        <source>expected {} values of {}, found {} of shape [{}]</source>
        <translation>应有 {} 个值（{}），实际为 {}，形状 [{}]</translation>
    </message>
    <message>
        <source>expected {}, found Python&apos;s pickle, which runs code when it is read</source>
        <translation>应为 {}，实际为 Python 的 pickle，读取时会运行代码</translation>
    </message>
    <message>
        <source>gradients and movement</source>
        <translation>梯度和移动</translation>
    </message>
    <message>
        <source>gradients for the selection</source>
        <translation>用于选择的梯度</translation>
    </message>
    <message>
        <source>held-out loss over {} tokens: {} in memory, {} from the file ({} %)</source>
        <translation>{} 个词元的留出损失：内存中 {}，文件中 {}（{} %）</translation>
    </message>
    <message>
        <source>held-out questions</source>
        <translation>个留出问题</translation>
    </message>
    <message>
        <source>intervals are not read</source>
        <translation>不读取时间间隔</translation>
    </message>
    <message>
        <source>it has {}: a model that sees, whose rows of q and k lie in another order</source>
        <translation>它有 {}：能看图的模型，其 q 和 k 的行顺序不同</translation>
    </message>
    <message>
        <source>it holds bytes, not text</source>
        <translation>它存放字节，不是文本</translation>
    </message>
    <message>
        <source>it is nested more than {} deep</source>
        <translation>它的嵌套超过 {} 层</translation>
    </message>
    <message>
        <source>its element type is not read here: {}</source>
        <translation>此处不读取它的元素类型：{}</translation>
    </message>
    <message>
        <source>its text part, of model_type mistral or ministral3</source>
        <translation>它的文本部分，model_type 为 mistral 或 ministral3</translation>
    </message>
    <message>
        <source>merging</source>
        <translation>正在合并</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>of matrices of one shape together</source>
        <translation>相同形状的矩阵合计</translation>
    </message>
    <message>
        <source>one piece of the {} file takes more than {} GiB of memory: {}</source>
        <translation>{} 文件的一块需要超过 {} GiB 内存：{}</translation>
    </message>
    <message>
        <source>opening it was cancelled</source>
        <translation>打开已取消</translation>
    </message>
    <message>
        <source>paired comparison</source>
        <translation>成对比较</translation>
    </message>
    <message>
        <source>questions of the retention probe</source>
        <translation>个保留测试问题</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>the first {} channels of a head turn, by {:g}</source>
        <translation>每个头的前 {} 个通道旋转，底数 {:g}</translation>
    </message>
    <message>
        <source>the folder could not be read: {}</source>
        <translation>文件夹无法读取：{}</translation>
    </message>
    <message>
        <source>the key {} of &quot;alpha_pattern&quot; is a regular expression</source>
        <translation>键 {}（在 &quot;alpha_pattern&quot; 中）是正则表达式</translation>
    </message>
    <message>
        <source>the keys of its maps are no texts</source>
        <translation>其映射的键不是文本</translation>
    </message>
    <message>
        <source>the largest matrix, {} weights, in fp32, twice; {} tokens in fp32</source>
        <translation>最大的矩阵，{} 个权重，fp32，两份；{} 个词元，fp32</translation>
    </message>
    <message>
        <source>the largest matrix, {} weights, in fp64, three times</source>
        <translation>最大的矩阵，{} 个权重，fp64，三份</translation>
    </message>
    <message>
        <source>the tokenizer&apos;s pattern cannot be searched for in {}: {}</source>
        <translation>分词器的模式无法在 {} 中查找：{}</translation>
    </message>
    <message>
        <source>this form of column is not read</source>
        <translation>不读取这种形式的列</translation>
    </message>
    <message>
        <source>this {} file uses what is not read: {}</source>
        <translation>此 {} 文件使用了不读取的内容：{}</translation>
    </message>
    <message>
        <source>training rows</source>
        <translation>训练行</translation>
    </message>
    <message>
        <source>two divisors for each of {} frequencies, the second beyond {} positions</source>
        <translation>{} 个频率各两个除数，第二个用于超过 {} 个位置</translation>
    </message>
    <message>
        <source>{} ({} matrices)</source>
        <translation>{}（{} 个矩阵）</translation>
    </message>
    <message>
        <source>{} and {} more</source>
        <translation>{} 和另外 {} 个</translation>
    </message>
    <message>
        <source>{} became right, {} wrong: better by {:.1f} points ({:+.1f} to {:+.1f}, p = {:.2g})</source>
        <translation>{} 题变对，{} 题变错：提高 {:.1f} 个百分点（{:+.1f} 至 {:+.1f}，p = {:.2g}）</translation>
    </message>
    <message>
        <source>{} became right, {} wrong: no difference can be seen with {} items ({:+.1f} to {:+.1f} points, p = {:.2g})</source>
        <translation>{} 题变对，{} 题变错：{} 个题目看不出差别（{:+.1f} 至 {:+.1f} 个百分点，p = {:.2g}）</translation>
    </message>
    <message>
        <source>{} became right, {} wrong: worse by {:.1f} points ({:+.1f} to {:+.1f}, p = {:.2g})</source>
        <translation>{} 题变对，{} 题变错：降低 {:.1f} 个百分点（{:+.1f} 至 {:+.1f}，p = {:.2g}）</translation>
    </message>
    <message>
        <source>{} bytes base value for each of {} weights</source>
        <translation>{} 字节基础值，共 {} 个权重</translation>
    </message>
    <message>
        <source>{} bytes for each of {} numbers of the adapters</source>
        <translation>{} 字节，共 {} 个适配器数值</translation>
    </message>
    <message>
        <source>{}.{} is set and decides nothing: the method is {}</source>
        <translation>已设置 {}.{} 但不起作用：方法是 {}</translation>
    </message>
    <message>
        <source>{} is {}, which is not read here</source>
        <translation>{} 为 {}，此处不读取</translation>
    </message>
    <message>
        <source>{} is {}: the adapter belongs to a base that was changed before training</source>
        <translation>{} 为 {}：适配器属于训练前已改动的基础模型</translation>
    </message>
    <message>
        <source>{} needs singular values that are not the leading ones</source>
        <translation>{} 需要主要奇异值以外的奇异值</translation>
    </message>
    <message>
        <source>{} of {} changed weights lie in {} embeddings, norms or biases, which the heat map does not show</source>
        <translation>{} / {} 个已改变的权重位于 {} 个嵌入、归一化或偏置中，热图不显示它们</translation>
    </message>
    <message>
        <source>{} of {} {} share 13 words in a row, or all of their words, with a row that trains (question {} and row {}): there the model may remember rather than know</source>
        <translation>{} / {} {}与某个训练行有连续 13 个词或全部词相同（问题 {} 与第 {} 行）：模型在那里可能是记住而不是懂得</translation>
    </message>
    <message>
        <source>{} rounds every matrix: the answers may differ. What it costs is in the report when rows are held out</source>
        <translation>{} 会舍入每个矩阵：回答可能不同。有留出的行时，报告中会给出代价</translation>
    </message>
    <message>
        <source>{} trained weights: 4 bytes master, 8 bytes moments</source>
        <translation>{} 个参与训练的权重：主副本 4 字节，动量 8 字节</translation>
    </message>
    <message>
        <source>{}, module {}</source>
        <translation>{}，模块 {}</translation>
    </message>
    <message>
        <source>{}.rope.scaling.type is {}; supported is none, linear, yarn or longrope</source>
        <translation>{}.rope.scaling.type 为 {}；支持 none、linear、yarn 或 longrope</translation>
    </message>
    <message>
        <source>{}: files of other parts of the data set are left out: {}</source>
        <translation>{}：略去数据集其他部分的文件：{}</translation>
    </message>
    <message>
        <source>{}: not rows, left out: {}</source>
        <translation>{}：不是数据行，已略去：{}</translation>
    </message>
    <message>
        <source>{}: {} files of rows</source>
        <translation>{}：{} 个数据文件</translation>
    </message>
    <message>
        <source>After step {} {:.0f} % of the base&apos;s score on the probe are left, and the bound is {:.0f} %</source>
        <translation>第 {} 步后测试得分剩下基础模型的 {:.0f} %，界限是 {:.0f} %</translation>
    </message>
    <message>
        <source>What the alarm does: tell, stop (the run can go on), or go_back (the run ends in the last evaluated state before the alarm).</source>
        <translation>警报时做什么：tell（说明）、stop（停止，运行可以继续）或 go_back（运行以警报前最后评估的状态结束）。</translation>
    </message>
    <message>
        <source>expected a retention probe (evaluate.probe_file) to measure by, found none</source>
        <translation>应有用来衡量的保留测试 (evaluate.probe_file)，实际没有</translation>
    </message>
    <message>
        <source>expected tell, stop or go_back, found &quot;{}&quot;</source>
        <translation>应为 tell、stop 或 go_back，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>{}. No earlier state was within it: the run stops</source>
        <translation>{}。之前没有在界限内的状态：运行停止</translation>
    </message>
    <message>
        <source>{}. The run ends in the state after step {}</source>
        <translation>{}。运行以第 {} 步后的状态结束</translation>
    </message>
    <message>
        <source>{}: the run stops</source>
        <translation>{}：运行停止</translation>
    </message>
    <message>
        <source>A duel is decided by held-out rows: name files of them, or a share such as 0.1</source>
        <translation>对决由留出行决定：请指定留出行的文件，或一个占比，例如 0.1</translation>
    </message>
    <message>
        <source>Each learning rate was chosen by the loss of {:.0f} % of the training rows, set aside, with {} runs for everyone</source>
        <translation>每个学习率都按预留的 {:.0f} % 训练行的损失选出，每种方法各用 {} 次运行</translation>
    </message>
    <message>
        <source>Every method ran at the learning rate {}: none was searched, which favours the one it suits</source>
        <translation>所有方法都用学习率 {} 运行：没有搜索，这有利于恰好适合它的方法</translation>
    </message>
    <message>
        <source>Exact answers</source>
        <translation>精确回答</translation>
    </message>
    <message>
        <source>Exact answers: no difference between {} and {} can be seen with {} questions and {} seeds ({:+.1f} points, {:+.1f} to {:+.1f})</source>
        <translation>精确回答：{} 与 {} 之间用 {} 个问题和 {} 个种子看不出差别（{:+.1f} 个百分点，{:+.1f} 至 {:+.1f}）</translation>
    </message>
    <message>
        <source>Exact answers: {} is better than {} by {:.1f} points ({:.1f} to {:.1f})</source>
        <translation>精确回答：{} 比 {} 高 {:.1f} 个百分点（{:.1f} 至 {:.1f}）</translation>
    </message>
    <message>
        <source>Exact answers: {} is worse than {} by {:.1f} points ({:.1f} to {:.1f})</source>
        <translation>精确回答：{} 比 {} 低 {:.1f} 个百分点（{:.1f} 至 {:.1f}）</translation>
    </message>
    <message>
        <source>Export a Hugging Face folder instead</source>
        <translation>请改为导出 Hugging Face 文件夹</translation>
    </message>
    <message>
        <source>Export a Hugging Face folder instead, and use it with programs that read one</source>
        <translation>请改为导出 Hugging Face 文件夹，并在能读取它的程序中使用</translation>
    </message>
    <message>
        <source>Files of general rows that are mixed in against forgetting.</source>
        <translation>混入以防止遗忘的通用行的文件。</translation>
    </message>
    <message>
        <source>For example lift,lora</source>
        <translation>例如 lift,lora</translation>
    </message>
    <message>
        <source>Give the new duel another name (--name), or go on with that one (--resume)</source>
        <translation>请给新的对决另取名称（--name），或继续那一个（--resume）</translation>
    </message>
    <message>
        <source>Held-out loss: no difference between {} and {} can be seen with {} seeds ({:+.4f}, {:+.4f} to {:+.4f})</source>
        <translation>留出损失：{} 与 {} 之间用 {} 个种子看不出差别（{:+.4f}，{:+.4f} 至 {:+.4f}）</translation>
    </message>
    <message>
        <source>Held-out loss: {} has {:+.4f} beside {}; one seed can&apos;t show whether that is chance</source>
        <translation>留出损失：{} 有 {:+.4f}，对照为 {}；单个种子无法说明这是否偶然</translation>
    </message>
    <message>
        <source>Held-out loss: {} is higher than {} by {:.4f} ({:.4f} to {:.4f})</source>
        <translation>留出损失：{} 比 {} 高 {:.4f}（{:.4f} 至 {:.4f}）</translation>
    </message>
    <message>
        <source>Held-out loss: {} is lower than {} by {:.4f} ({:.4f} to {:.4f})</source>
        <translation>留出损失：{} 比 {} 低 {:.4f}（{:.4f} 至 {:.4f}）</translation>
    </message>
    <message>
        <source>Item by item, {} of {} pairs can&apos;t be told apart with these items</source>
        <translation>逐项比较，{} / {} 对用这些题目无法区分</translation>
    </message>
    <message>
        <source>Kept: no difference between {} and {} can be seen with {} seeds ({:+.1f} points, {:+.1f} to {:+.1f})</source>
        <translation>保留：{} 与 {} 之间用 {} 个种子看不出差别（{:+.1f} 个百分点，{:+.1f} 至 {:+.1f}）</translation>
    </message>
    <message>
        <source>Kept: {} has {:+.1f} points beside {}; one seed can&apos;t show whether that is chance</source>
        <translation>保留：{} 有 {:+.1f} 个百分点，对照为 {}；单个种子无法说明这是否偶然</translation>
    </message>
    <message>
        <source>Kept: {} keeps {:.1f} points less than {} ({:.1f} to {:.1f})</source>
        <translation>保留：{} 少保留 {:.1f} 个百分点，对照为 {}（{:.1f} 至 {:.1f}）</translation>
    </message>
    <message>
        <source>Kept: {} keeps {:.1f} points more than {} ({:.1f} to {:.1f})</source>
        <translation>保留：{} 多保留 {:.1f} 个百分点，对照为 {}（{:.1f} 至 {:.1f}）</translation>
    </message>
    <message>
        <source>Name both, such as data.replay_share=0.2, or neither</source>
        <translation>请两者都指定，例如 data.replay_share=0.2，或都不指定</translation>
    </message>
    <message>
        <source>No held-out row was answered: the loss alone decides</source>
        <translation>没有回答任何留出行：只由损失决定</translation>
    </message>
    <message>
        <source>No probe was given: what was kept of the old knowledge was not measured</source>
        <translation>没有指定保留测试：旧知识保留了多少没有测量</translation>
    </message>
    <message>
        <source>One seed: nothing tells chance from a difference, but for exact answers</source>
        <translation>只有一个种子：除精确回答外，无法区分偶然与差别</translation>
    </message>
    <message>
        <source>Questions of the probe</source>
        <translation>保留测试的问题</translation>
    </message>
    <message>
        <source>Share of such rows among those that train, 0 to 0.9; 0: none.</source>
        <translation>此类行在训练行中的占比，0 至 0.9；0：没有。</translation>
    </message>
    <message>
        <source>Share of the rows that would train, 0 to 0.5, measured in place of the held-out ones: to choose settings by; 0: off.</source>
        <translation>本应训练的行中用来代替留出行测量的占比，0 至 0.5，用于选择设置；0：关闭。</translation>
    </message>
    <message>
        <source>The base is a folder: the file&apos;s keys are made from its config.json and its tokenizer&apos;s files</source>
        <translation>基座是文件夹：文件的键由其 config.json 和分词器文件生成</translation>
    </message>
    <message>
        <source>The export&apos;s tokenizer gives other tokens than the base&apos;s for {} of {} texts, first for {}: compare before you use it with other programs</source>
        <translation>导出的分词器在 {} / {} 个文本上给出与基座不同的词元，第一个是 {}：在其他程序中使用前请先比较</translation>
    </message>
    <message>
        <source>The matrices are written as {}, the vectors as F32</source>
        <translation>矩阵写为 {}，向量写为 F32</translation>
    </message>
    <message>
        <source>The matrices are written in the type that the base stores them in, the vectors as F32</source>
        <translation>矩阵按基座存储的类型写出，向量写为 F32</translation>
    </message>
    <message>
        <source>The recipe&apos;s limit of {:.0f} s counts for no run: a slower method would make fewer steps</source>
        <translation>配方的 {:.0f} 秒限制对任何运行都不生效：否则较慢的方法步数会更少</translation>
    </message>
    <message>
        <source>evaluate.forget_action counts for no run: a method that forgets more would make fewer steps</source>
        <translation>evaluate.forget_action 对任何运行都不生效：否则遗忘更多的方法步数会更少</translation>
    </message>
    <message>
        <source>expected 0 (as the recipe) or more, found {}</source>
        <translation>应为 0（同配方）或更大，实际为 {}</translation>
    </message>
    <message>
        <source>expected 0 (off) to 0.5, found {}</source>
        <translation>应为 0（关闭）至 0.5，实际为 {}</translation>
    </message>
    <message>
        <source>expected 0 (off) to 0.9, found {}</source>
        <translation>应为 0（关闭）至 0.9，实际为 {}</translation>
    </message>
    <message>
        <source>expected 1 to {}, found {}</source>
        <translation>应为 1 至 {}，实际为 {}</translation>
    </message>
    <message>
        <source>expected a duel of format {}, found {}: a newer version wrote it</source>
        <translation>应为格式 {} 的对决，实际为 {}：由更新的版本写成</translation>
    </message>
    <message>
        <source>expected a family that GGUF has a form for</source>
        <translation>应为 GGUF 有对应形式的模型家族</translation>
    </message>
    <message>
        <source>expected a method ({}) or a criterion ({}), found &quot;{}&quot;</source>
        <translation>应为方法（{}）或准则（{}），实际为“{}”</translation>
    </message>
    <message>
        <source>expected a rope scaling that GGUF has a form for, found proportional</source>
        <translation>应为 GGUF 有对应形式的 rope 缩放，实际为 proportional</translation>
    </message>
    <message>
        <source>expected a row of the embedding for each of {} tokens, found {}</source>
        <translation>应为 {} 个词元各有一行嵌入，实际有 {} 行</translation>
    </message>
    <message>
        <source>expected a way to cut words that llama.cpp has a name for, found {}</source>
        <translation>应为 llama.cpp 有名称的切词方式，实际为 {}</translation>
    </message>
    <message>
        <source>expected at most a first and an end token around a text, found others</source>
        <translation>文本前后最多应有一个起始和一个结束词元，实际有其他词元</translation>
    </message>
    <message>
        <source>expected auto, or numbers such as 1e-4,3e-4; found &quot;{}&quot;</source>
        <translation>应为 auto 或 1e-4,3e-4 这样的数字；实际为“{}”</translation>
    </message>
    <message>
        <source>expected each learning rate once</source>
        <translation>每个学习率应只出现一次</translation>
    </message>
    <message>
        <source>expected each once, found {} twice</source>
        <translation>每个应只出现一次，实际 {} 出现两次</translation>
    </message>
    <message>
        <source>expected files of the rows to mix in, found none</source>
        <translation>应有待混入行的文件，实际没有</translation>
    </message>
    <message>
        <source>expected layers that see other tokens as in the configuration: in GGUF this family has no word for the windows of its layers</source>
        <translation>各层的可见范围应与配置一致：此家族在 GGUF 中无法表示各层的窗口</translation>
    </message>
    <message>
        <source>expected merges or scores of pieces, found a unigram model</source>
        <translation>应为合并规则或片段分数，实际为 unigram 模型</translation>
    </message>
    <message>
        <source>expected more than 0, at most 0.5, found {}</source>
        <translation>应大于 0 且不超过 0.5，实际为 {}</translation>
    </message>
    <message>
        <source>expected pieces for every byte, found a vocabulary without them</source>
        <translation>应有表示每个字节的片段，实际词表没有</translation>
    </message>
    <message>
        <source>expected probe:FILE or generate:FILE, found &quot;{}&quot;</source>
        <translation>应为 probe:文件 或 generate:文件，实际为“{}”</translation>
    </message>
    <message>
        <source>expected rows that no run trains on, found none</source>
        <translation>应有任何运行都不训练的行，实际没有</translation>
    </message>
    <message>
        <source>expected the rotary angles of the configuration, found others in the file</source>
        <translation>应为配置中的旋转角度，文件中的不同</translation>
    </message>
    <message>
        <source>expected the share of them among the rows that train, found 0</source>
        <translation>应为它们在训练行中的占比，实际为 0</translation>
    </message>
    <message>
        <source>expected two or more to compare, found {}</source>
        <translation>应有两个或更多用于比较，实际有 {} 个</translation>
    </message>
    <message>
        <source>expected {} to be {}, found {}: in GGUF this family can not say it</source>
        <translation>{} 应为 {}，实际为 {}：此家族在 GGUF 中无法表示</translation>
    </message>
    <message>
        <source>it has a duel in which {}</source>
        <translation>其中的对决：{}</translation>
    </message>
    <message>
        <source>it is the folder of something else</source>
        <translation>它是别的内容的文件夹</translation>
    </message>
    <message>
        <source>llama.cpp does not bring text into a Unicode form first ({}): texts with marks of their own may have other ids there</source>
        <translation>llama.cpp 不会先把文本转换为 Unicode 规范形式（{}）：带独立附加符号的文本在那里可能得到不同的编号</translation>
    </message>
    <message>
        <source>not drawn: other general rows are mixed in</source>
        <translation>未抽中：混入的是其他通用行</translation>
    </message>
    <message>
        <source>read back from the file, tensor by tensor: {} of {} are what was to be written, byte for byte</source>
        <translation>逐个张量从文件读回：{} / {} 个与应写内容逐字节相同</translation>
    </message>
    <message>
        <source>the duel&apos;s folder could not be made: {}</source>
        <translation>无法创建对决的文件夹：{}</translation>
    </message>
    <message>
        <source>the file&apos;s tokenizer gives the tokens of the folder&apos;s</source>
        <translation>文件的分词器给出与文件夹相同的词元</translation>
    </message>
    <message>
        <source>the recipe differs</source>
        <translation>配方不同</translation>
    </message>
    <message>
        <source>{} has no final run: at no learning rate did a run come to its end</source>
        <translation>{} 没有最终运行：没有任何学习率的运行跑完</translation>
    </message>
    <message>
        <source>{} is {}, not {}</source>
        <translation>{} 是 {}，不是 {}</translation>
    </message>
    <message>
        <source>{} of {} general rows are mixed in: {:.0f} % of the rows that train (data.replay_share)</source>
        <translation>混入了 {} / {} 个通用行：占训练行的 {:.0f} %（data.replay_share）</translation>
    </message>
    <message>
        <source>{} rows that would train are set aside, and measured in place of the held-out ones (data.validation_share)</source>
        <translation>{} 个本应训练的行被预留，代替留出行进行测量（data.validation_share）</translation>
    </message>
    <message>
        <source>{} runs are left: the figures are of those that are done</source>
        <translation>还剩 {} 次运行：数字来自已完成的运行</translation>
    </message>
    <message>
        <source>{}, its tokenizer</source>
        <translation>{} 的分词器</translation>
    </message>
    <message>
        <source>{}: the rate that it chose, {:g}, is at the end of those it tried: a better one may lie beyond</source>
        <translation>{}：选出的学习率 {:g} 位于尝试范围的边缘：更好的可能在范围之外</translation>
    </message>
    <message>
        <source>{}: {} is better than {}: right more often on {} items of {}, less often on {} (p = {:.2g})</source>
        <translation>{}：{} 优于 {}：{} 题（共 {} 题）更常答对，{} 题更少答对（p = {:.2g}）</translation>
    </message>
    <message>
        <source>{}: {} is right more often on {} items, {} on {}: no difference can be seen with {} items (p = {:.2g})</source>
        <translation>{}：{} 在 {} 题上更常答对，{} 在 {} 题上更常答对：用 {} 题看不出差别（p = {:.2g}）</translation>
    </message>
    <message>
        <source>{}; {} were wanted</source>
        <translation>{}；需要 {} 个</translation>
    </message>
    <message>
        <source>Check MASTER_ADDR and MASTER_PORT, that the port is free and open, and that every process was started</source>
        <translation>请检查 MASTER_ADDR 和 MASTER_PORT，端口是否空闲且开放，以及每个进程是否都已启动</translation>
    </message>
    <message>
        <source>Its own output says why it ended; the run goes on with lift train --resume</source>
        <translation>它自己的输出说明结束的原因；用 lift train --resume 继续运行</translation>
    </message>
    <message>
        <source>Name its delta</source>
        <translation>请指定它的增量</translation>
    </message>
    <message>
        <source>Ranks count from 0</source>
        <translation>进程序号从 0 开始</translation>
    </message>
    <message>
        <source>Start the processes by torchrun or srun, or unset {} for a run of one process</source>
        <translation>请用 torchrun 或 srun 启动进程，或取消设置 {} 以单进程运行</translation>
    </message>
    <message>
        <source>The gates delta_a and delta_b of its delta nets have {} rows each: they train only where they are named as projections</source>
        <translation>其 delta 网络的门 delta_a 和 delta_b 各有 {} 行：只有被指定为投影时才训练</translation>
    </message>
    <message>
        <source>The processes must run the same program on the same kind of processor</source>
        <translation>各进程必须在同类处理器上运行同一程序</translation>
    </message>
    <message>
        <source>Use a model of one of these families: Llama, SmolLM2, SmolLM3, Mistral, Qwen2.5, Qwen3, Gemma 1, 2 and 3, Ministral 3, Granite 3, OLMo 2 and 3, Phi-3, Phi-4, GLM-4, Qwen3.5</source>
        <translation>请使用以下家族的模型：Llama、SmolLM2、SmolLM3、Mistral、Qwen2.5、Qwen3、Gemma 1、2 和 3、Ministral 3、Granite 3、OLMo 2 和 3、Phi-3、Phi-4、GLM-4、Qwen3.5</translation>
    </message>
    <message>
        <source>&quot;{}&quot; and &quot;{}&quot;</source>
        <translation>“{}”和“{}”</translation>
    </message>
    <message>
        <source>agreement of the processes</source>
        <translation>进程间的一致</translation>
    </message>
    <message>
        <source>comparing directions</source>
        <translation>正在比较方向</translation>
    </message>
    <message>
        <source>expected 1 second or more, found {}</source>
        <translation>应为 1 秒或更长，实际为 {}</translation>
    </message>
    <message>
        <source>expected 1 to 65535, found {}</source>
        <translation>应为 1 至 65535，实际为 {}</translation>
    </message>
    <message>
        <source>expected a convolution of 1 to 64 tokens, found {}</source>
        <translation>应为 1 至 64 个词元的卷积，实际为 {}</translation>
    </message>
    <message>
        <source>expected a kind for each of {} layers, found {}</source>
        <translation>应为 {} 层各有一种类型，实际有 {} 种</translation>
    </message>
    <message>
        <source>expected a matrix that layer {} has, found {}</source>
        <translation>应为第 {} 层拥有的矩阵，实际为 {}</translation>
    </message>
    <message>
        <source>expected a tuned model, found the base alone</source>
        <translation>应为微调后的模型，实际只有基座</translation>
    </message>
    <message>
        <source>expected a whole number from 0 on, found &quot;{}&quot;</source>
        <translation>应为从 0 开始的整数，实际为“{}”</translation>
    </message>
    <message>
        <source>expected all processes to meet at {}:{} within {} s, found not all of them ({})</source>
        <translation>所有进程应在 {}:{} 于 {} 秒内会合，实际未到齐（{}）</translation>
    </message>
    <message>
        <source>expected an error&apos;s parts, found {}</source>
        <translation>应为错误的各部分，实际为 {}</translation>
    </message>
    <message>
        <source>expected every other process at work, found one gone or silent ({})</source>
        <translation>其他每个进程都应在工作，实际有一个已退出或没有响应（{}）</translation>
    </message>
    <message>
        <source>expected gloo, the one that this build has, found {}</source>
        <translation>应为此构建唯一具备的 gloo，实际为 {}</translation>
    </message>
    <message>
        <source>expected heads and widths of the delta net from 1 to {}, found {}</source>
        <translation>delta 网络的头数和宽度应为 1 至 {}，实际为 {}</translation>
    </message>
    <message>
        <source>expected it beside {}, found none</source>
        <translation>应与 {} 同时存在，实际没有</translation>
    </message>
    <message>
        <source>expected less than {} = {}, found {}</source>
        <translation>应小于 {} = {}，实际为 {}</translation>
    </message>
    <message>
        <source>expected step {} with the first process&apos;s gradient, found step {} with another</source>
        <translation>应为第 {} 步且梯度与第一个进程相同，实际为第 {} 步且梯度不同</translation>
    </message>
    <message>
        <source>expected the first machine&apos;s name, since the job has {} machines, found none</source>
        <translation>任务有 {} 台机器，应给出第一台机器的名称，实际没有</translation>
    </message>
    <message>
        <source>expected the {} value heads of the delta net to be a multiple of its key heads, found {}</source>
        <translation>delta 网络的 {} 个值头应为键头数的整数倍，实际键头数为 {}</translation>
    </message>
    <message>
        <source>expected {} of the first process, {}..., found {}...</source>
        <translation>应为第一个进程的{} {}…，实际为 {}…</translation>
    </message>
    <message>
        <source>export MASTER_ADDR=$(scontrol show hostnames &quot;$SLURM_JOB_NODELIST&quot; | head -n 1)</source>
        <translation>export MASTER_ADDR=$(scontrol show hostnames &quot;$SLURM_JOB_NODELIST&quot; | head -n 1)</translation>
    </message>
    <message>
        <source>gloo sums a GPU&apos;s gradients by the host&apos;s memory</source>
        <translation>gloo 通过主机内存对 GPU 的梯度求和</translation>
    </message>
    <message>
        <source>its text part, of model_type qwen3_5_text</source>
        <translation>其文本部分，model_type 为 qwen3_5_text</translation>
    </message>
    <message>
        <source>one word for each of {} layers</source>
        <translation>{} 层各一个词</translation>
    </message>
    <message>
        <source>process 1</source>
        <translation>进程 1</translation>
    </message>
    <message>
        <source>process {} of {}</source>
        <translation>进程 {} / {}</translation>
    </message>
    <message>
        <source>projection</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>run of the first process</source>
        <translation>第一个进程的运行</translation>
    </message>
    <message>
        <source>the masks and the optimizer&apos;s state</source>
        <translation>掩码和优化器状态</translation>
    </message>
    <message>
        <source>the model&apos;s tensors and the rows</source>
        <translation>模型张量和数据行</translation>
    </message>
    <message>
        <source>torchrun and srun set it; unset it for a run of one process</source>
        <translation>torchrun 和 srun 会设置它；单进程运行请取消设置</translation>
    </message>
    <message>
        <source>{} processes trained together; each sent the others {} bytes</source>
        <translation>{} 个进程共同训练；每个向其他进程发送了 {} 字节</translation>
    </message>
    <message>
        <source>Accept the terms at {}</source>
        <translation>请接受条款：{}</translation>
    </message>
    <message>
        <source>Accept the terms at {}. {}</source>
        <translation>请接受条款：{}。{}</translation>
    </message>
    <message>
        <source>Check the name, and whether it is a model or a data set (--data)</source>
        <translation>请检查名称，以及它是模型还是数据集 (--data)</translation>
    </message>
    <message>
        <source>Check the name. {}</source>
        <translation>请检查名称。{}</translation>
    </message>
    <message>
        <source>Choose one with --file, for example --file &quot;{}&quot;</source>
        <translation>请用 --file 选择一个，例如 --file &quot;{}&quot;</translation>
    </message>
    <message>
        <source>Combine deltas of one base, in one dtype</source>
        <translation>请合并同一基础模型、同一 dtype 的增量</translation>
    </message>
    <message>
        <source>Delta: only what changed</source>
        <translation>增量：仅含改变的部分</translation>
    </message>
    <message>
        <source>Folder for Ollama: GGUF file and Modelfile</source>
        <translation>Ollama 文件夹：GGUF 文件和 Modelfile</translation>
    </message>
    <message>
        <source>Get it again; if that does not help, the host keeps another file than its list says</source>
        <translation>请重新获取；若仍无效，则服务器保存的文件与其列表不符</translation>
    </message>
    <message>
        <source>Get it with: {}</source>
        <translation>请用以下命令获取：{}</translation>
    </message>
    <message>
        <source>HF_HUB_DISABLE_IMPLICIT_TOKEN is set: no token is used</source>
        <translation>已设置 HF_HUB_DISABLE_IMPLICIT_TOKEN：不使用令牌</translation>
    </message>
    <message>
        <source>HF_HUB_DISABLE_SYMLINKS is not followed: what is downloaded is found by links</source>
        <translation>不遵循 HF_HUB_DISABLE_SYMLINKS：下载的内容要通过链接查找</translation>
    </message>
    <message>
        <source>Install Ollama, or write a folder for it with the format &quot;modelfile&quot;</source>
        <translation>请安装 Ollama，或用格式 &quot;modelfile&quot; 为它写一个文件夹</translation>
    </message>
    <message>
        <source>Into LM Studio on this machine</source>
        <translation>放入本机的 LM Studio</translation>
    </message>
    <message>
        <source>Into Ollama on this machine</source>
        <translation>放入本机的 Ollama</translation>
    </message>
    <message>
        <source>Is &quot;ollama serve&quot; running?</source>
        <translation>&quot;ollama serve&quot; 在运行吗？</translation>
    </message>
    <message>
        <source>It asks to wait {} s</source>
        <translation>它要求等待 {} 秒</translation>
    </message>
    <message>
        <source>It was removed. Get it again; if that does not help, a proxy or the host changes it</source>
        <translation>已将其删除。请重新获取；若仍无效，则代理或服务器改动了它</translation>
    </message>
    <message>
        <source>Log in with &quot;hf auth login&quot;, or put an access token into HF_TOKEN</source>
        <translation>请用 &quot;hf auth login&quot; 登录，或把访问令牌放入 HF_TOKEN</translation>
    </message>
    <message>
        <source>Make room on that disk, or name a folder on another one as XDG_CACHE_HOME</source>
        <translation>请在该磁盘上腾出空间，或用 XDG_CACHE_HOME 指定另一磁盘上的文件夹</translation>
    </message>
    <message>
        <source>Name one of them</source>
        <translation>请指定其中之一</translation>
    </message>
    <message>
        <source>Nothing was downloaded</source>
        <translation>没有下载任何内容</translation>
    </message>
    <message>
        <source>Only what changed is written, with the passport of its base</source>
        <translation>仅写入改变的部分及其基础模型的凭证</translation>
    </message>
    <message>
        <source>See its files with lift hub show --data {}</source>
        <translation>用 lift hub show --data {} 查看其文件</translation>
    </message>
    <message>
        <source>See its files with lift hub show {}</source>
        <translation>用 lift hub show {} 查看其文件</translation>
    </message>
    <message>
        <source>See its files with lift hub show {}, and whether it is a data set (--data)</source>
        <translation>用 lift hub show {} 查看其文件，以及它是否为数据集 (--data)</translation>
    </message>
    <message>
        <source>See what there is with lift hub show --data {}, and get it with --file</source>
        <translation>用 lift hub show --data {} 查看有什么，再用 --file 获取</translation>
    </message>
    <message>
        <source>See {}</source>
        <translation>参见 {}</translation>
    </message>
    <message>
        <source>Start LM Studio once, or write a file with the format &quot;gguf&quot;</source>
        <translation>请先启动一次 LM Studio，或用格式 &quot;gguf&quot; 写一个文件</translation>
    </message>
    <message>
        <source>The Modelfile has no template: the model&apos;s can&apos;t be written as Ollama&apos;s. Ollama looks for one that it knows and that is like it; see with &quot;ollama show NAME --template&quot; whether it is right</source>
        <translation>Modelfile 没有模板：模型的模板无法写成 Ollama 的模板。Ollama 会寻找它已知的相似模板；请用 &quot;ollama show NAME --template&quot; 查看是否正确</translation>
    </message>
    <message>
        <source>The Modelfile&apos;s template writes conversations as the model&apos;s chat template does; tools and the thinking of earlier turns are not in it</source>
        <translation>Modelfile 的模板与模型的聊天模板写出相同的对话；其中不含工具和先前回合的思考</translation>
    </message>
    <message>
        <source>The disk is full. Free some space and get it again: what has come is kept</source>
        <translation>磁盘已满。请腾出空间后重新获取：已收到的部分会保留</translation>
    </message>
    <message>
        <source>The model has no chat template: the Modelfile&apos;s writes conversations in the form {}, as training does</source>
        <translation>模型没有聊天模板：Modelfile 的模板按 {} 形式写对话，与训练一致</translation>
    </message>
    <message>
        <source>The report could not be written: {}</source>
        <translation>无法写入报告：{}</translation>
    </message>
    <message>
        <source>The tokens are not kept, the next start makes them again: {}</source>
        <translation>词元不予保留，下次启动会重新生成：{}</translation>
    </message>
    <message>
        <source>The tokens kept of an earlier start cannot be used and were made again: {}</source>
        <translation>先前启动保留的词元不可用，已重新生成：{}</translation>
    </message>
    <message>
        <source>The tokens of these rows are kept for the next start in {}; lift cache --empty removes them</source>
        <translation>这些行的词元为下次启动保留在 {}；lift cache --empty 可删除</translation>
    </message>
    <message>
        <source>This report is in {}</source>
        <translation>此报告在 {}</translation>
    </message>
    <message>
        <source>Try again later</source>
        <translation>请稍后再试</translation>
    </message>
    <message>
        <source>Unset it, or use what lift hub list shows</source>
        <translation>请取消该变量，或使用 lift hub list 所列的内容</translation>
    </message>
    <message>
        <source>asking the hub about {}</source>
        <translation>正在向 hub 查询 {}</translation>
    </message>
    <message>
        <source>checking what is there of {}</source>
        <translation>正在检查 {} 已有的内容</translation>
    </message>
    <message>
        <source>copy it again from the settings of your account</source>
        <translation>请从您的账户设置中重新复制</translation>
    </message>
    <message>
        <source>could not empty the file</source>
        <translation>无法清空文件</translation>
    </message>
    <message>
        <source>could not give the downloaded file its name</source>
        <translation>无法为下载的文件命名</translation>
    </message>
    <message>
        <source>could not keep rows on disk</source>
        <translation>无法将行保留在磁盘上</translation>
    </message>
    <message>
        <source>could not lock the file</source>
        <translation>无法锁定文件</translation>
    </message>
    <message>
        <source>could not make a folder for rows</source>
        <translation>无法为行创建文件夹</translation>
    </message>
    <message>
        <source>could not make a symbolic link, which the Hugging Face cache is made of</source>
        <translation>无法创建符号链接，而 Hugging Face 缓存由其构成</translation>
    </message>
    <message>
        <source>could not make the folder</source>
        <translation>无法创建文件夹</translation>
    </message>
    <message>
        <source>could not open a pipe</source>
        <translation>无法打开管道</translation>
    </message>
    <message>
        <source>could not read the part of an earlier download</source>
        <translation>无法读取先前下载的部分</translation>
    </message>
    <message>
        <source>could not remove kept rows</source>
        <translation>无法删除保留的行</translation>
    </message>
    <message>
        <source>could not start the program</source>
        <translation>无法启动程序</translation>
    </message>
    <message>
        <source>could not write byte {} of {}</source>
        <translation>无法写入第 {} 字节（共 {} 字节）</translation>
    </message>
    <message>
        <source>could not write the file</source>
        <translation>无法写入文件</translation>
    </message>
    <message>
        <source>could not write {} bytes of tokens</source>
        <translation>无法写入 {} 字节的词元</translation>
    </message>
    <message>
        <source>deltas</source>
        <translation>增量</translation>
    </message>
    <message>
        <source>downloading {}</source>
        <translation>正在下载 {}</translation>
    </message>
    <message>
        <source>ended on request</source>
        <translation>应请求结束</translation>
    </message>
    <message>
        <source>expected 1 to {} letters, digits, dots, hyphens and underscores, found &quot;{}&quot;</source>
        <translation>应为 1 到 {} 个字母、数字、点、连字符和下划线，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected 1: {} leaves nothing out</source>
        <translation>应为 1：{} 不舍弃任何内容</translation>
    </message>
    <message>
        <source>expected JSONL, JSON, CSV, Parquet, Arrow or text files, found none among its {} files</source>
        <translation>应为 JSONL、JSON、CSV、Parquet、Arrow 或文本文件，其 {} 个文件中没有</translation>
    </message>
    <message>
        <source>expected LM Studio&apos;s folder, found none</source>
        <translation>应为 LM Studio 的文件夹，实际没有</translation>
    </message>
    <message>
        <source>expected a branch, a tag or a commit of {}</source>
        <translation>应为 {} 的分支、标签或提交</translation>
    </message>
    <message>
        <source>expected a commit of 40 hexadecimal digits in the reply, found {}</source>
        <translation>回复中应为 40 位十六进制的提交，实际为 {}</translation>
    </message>
    <message>
        <source>expected a delta attached to the model, found none</source>
        <translation>应有增量附加在模型上，实际没有</translation>
    </message>
    <message>
        <source>expected a delta of the open base, found one whose base has another tensor {}</source>
        <translation>应为当前基础模型的增量，实际其基础模型的张量 {} 不同</translation>
    </message>
    <message>
        <source>expected a list of files, found {}</source>
        <translation>应为文件列表，实际为 {}</translation>
    </message>
    <message>
        <source>expected a list of what was found, found {}</source>
        <translation>应为搜索结果列表，实际为 {}</translation>
    </message>
    <message>
        <source>expected a name on the hub such as HuggingFaceTB/SmolLM2-135M-Instruct</source>
        <translation>应为 hub 上的名称，例如 HuggingFaceTB/SmolLM2-135M-Instruct</translation>
    </message>
    <message>
        <source>expected a new model, found one of this name</source>
        <translation>应为新模型，实际已有同名模型</translation>
    </message>
    <message>
        <source>expected a share above 0 and up to 1, found {}</source>
        <translation>应为大于 0 且不超过 1 的比例，实际为 {}</translation>
    </message>
    <message>
        <source>expected a size and a checksum of {}, found {} and {}</source>
        <translation>应为 {} 的大小和校验和，实际为 {} 和 {}</translation>
    </message>
    <message>
        <source>expected an address such as https://huggingface.co, found &quot;{}&quot;</source>
        <translation>应为 https://huggingface.co 这样的地址，实际为 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>expected an address that begins with https://</source>
        <translation>应为以 https:// 开头的地址</translation>
    </message>
    <message>
        <source>expected each file once and none that is a folder too, found {}</source>
        <translation>每个文件应只出现一次且不同时是文件夹，实际为 {}</translation>
    </message>
    <message>
        <source>expected finite numbers</source>
        <translation>应为有限的数</translation>
    </message>
    <message>
        <source>expected it to succeed, it ended with {} and said: {}</source>
        <translation>应当成功，实际以 {} 结束并说：{}</translation>
    </message>
    <message>
        <source>expected names of files inside the repository, found {}</source>
        <translation>应为仓库内的文件名，实际为 {}</translation>
    </message>
    <message>
        <source>expected no bias of the attention&apos;s output, which llama.cpp reads in other families only</source>
        <translation>注意力输出不应有偏置，llama.cpp 只在其他系列中读取它</translation>
    </message>
    <message>
        <source>expected one for each of {} deltas, found {}</source>
        <translation>{} 个增量应各有一个，实际为 {}</translation>
    </message>
    <message>
        <source>expected one or more, found none</source>
        <translation>应有一个或多个，实际没有</translation>
    </message>
    <message>
        <source>expected safetensors or GGUF files, found none among its {} files</source>
        <translation>应为 safetensors 或 GGUF 文件，其 {} 个文件中没有</translation>
    </message>
    <message>
        <source>expected the array as it was written, found another</source>
        <translation>应为写入时的数组，实际不同</translation>
    </message>
    <message>
        <source>expected the program in PATH, found none</source>
        <translation>应在 PATH 中有该程序，实际没有</translation>
    </message>
    <message>
        <source>expected the row that was there, found none</source>
        <translation>应有原来的行，实际没有</translation>
    </message>
    <message>
        <source>expected {} bytes, as the hub&apos;s list says, found more</source>
        <translation>按 hub 的列表应为 {} 字节，实际更多</translation>
    </message>
    <message>
        <source>expected {} bytes, as the hub&apos;s list says, found {}</source>
        <translation>按 hub 的列表应为 {} 字节，实际为 {}</translation>
    </message>
    <message>
        <source>expected {} bytes, as the hub&apos;s list says, the host announces {}</source>
        <translation>按 hub 的列表应为 {} 字节，服务器声明为 {}</translation>
    </message>
    <message>
        <source>expected {} of {} blocks to be fewer than all, found {}</source>
        <translation>{}（共 {} 个块）应少于全部，实际为 {}</translation>
    </message>
    <message>
        <source>expected {} or {} to tell of {} layers which have no attention</source>
        <translation>应由 {} 或 {} 说明 {} 层中哪些没有注意力</translation>
    </message>
    <message>
        <source>expected {} to be a multiple of {}, found {} and {}</source>
        <translation>{} 应为 {} 的倍数，实际为 {} 和 {}</translation>
    </message>
    <message>
        <source>handing over to Ollama</source>
        <translation>正在交给 Ollama</translation>
    </message>
    <message>
        <source>it has more than {} files</source>
        <translation>它的文件多于 {} 个</translation>
    </message>
    <message>
        <source>it has no branch, tag or commit &quot;{}&quot;</source>
        <translation>它没有分支、标签或提交 &quot;{}&quot;</translation>
    </message>
    <message>
        <source>it has several GGUF files: {}</source>
        <translation>它有多个 GGUF 文件：{}</translation>
    </message>
    <message>
        <source>it is gated or private, and the account of the token from {} may not read it: {}</source>
        <translation>它受限或为私有，来自 {} 的令牌的账户无权读取：{}</translation>
    </message>
    <message>
        <source>it is gated: its owner gives it to those who accept the terms</source>
        <translation>它受限：所有者只提供给接受条款的人</translation>
    </message>
    <message>
        <source>it leads from one address to the next more than {} times</source>
        <translation>它从一个地址转到下一个地址超过 {} 次</translation>
    </message>
    <message>
        <source>it leads to an address without encryption, which is not followed</source>
        <translation>它指向未加密的地址，不予跟随</translation>
    </message>
    <message>
        <source>it writes more than texts around the turns of a conversation</source>
        <translation>它写的不只是对话回合前后的文本</translation>
    </message>
    <message>
        <source>its certificate is not trusted: {}</source>
        <translation>其证书不受信任：{}</translation>
    </message>
    <message>
        <source>keeping the tokens</source>
        <translation>正在保留词元</translation>
    </message>
    <message>
        <source>kept rows</source>
        <translation>保留的行</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>llama.cpp does not keep to this model&apos;s window of {} tokens: longer texts are read otherwise there</source>
        <translation>llama.cpp 不遵循此模型 {} 个词元的窗口：更长的文本在那里读法不同</translation>
    </message>
    <message>
        <source>looking for {}</source>
        <translation>正在查找 {}</translation>
    </message>
    <message>
        <source>looking where the deltas meet</source>
        <translation>正在查看增量在何处相遇</translation>
    </message>
    <message>
        <source>looking whether the rows are known</source>
        <translation>正在查看这些行是否已知</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>no answer in time: {}</source>
        <translation>未及时答复：{}</translation>
    </message>
    <message>
        <source>no connection: {}</source>
        <translation>没有连接：{}</translation>
    </message>
    <message>
        <source>no token: {}</source>
        <translation>没有令牌：{}</translation>
    </message>
    <message>
        <source>read back from the file: it is not what is attached</source>
        <translation>从文件读回：与所附加的不同</translation>
    </message>
    <message>
        <source>read back from the file: the same {} entries, bit for bit</source>
        <translation>从文件读回：相同的 {} 个条目，逐位一致</translation>
    </message>
    <message>
        <source>reading the list of files</source>
        <translation>正在读取文件列表</translation>
    </message>
    <message>
        <source>searching the hub</source>
        <translation>正在搜索 hub</translation>
    </message>
    <message>
        <source>stopped while another program held it</source>
        <translation>在另一程序占用时停止</translation>
    </message>
    <message>
        <source>stopped while it was checked</source>
        <translation>在检查时停止</translation>
    </message>
    <message>
        <source>stopped while it was read</source>
        <translation>在读取时停止</translation>
    </message>
    <message>
        <source>stopped while it was waited for</source>
        <translation>在等待时停止</translation>
    </message>
    <message>
        <source>the cache has several GGUF files of it: {}</source>
        <translation>缓存中有它的多个 GGUF 文件：{}</translation>
    </message>
    <message>
        <source>the cache has {}, but not {} of it</source>
        <translation>缓存中有 {}，但没有其中的 {}</translation>
    </message>
    <message>
        <source>the connection broke off: trying again in {} s</source>
        <translation>连接中断：{} 秒后重试</translation>
    </message>
    <message>
        <source>the connection ended before the reply did</source>
        <translation>连接在回复之前结束</translation>
    </message>
    <message>
        <source>the connection ended before the reply did: {}</source>
        <translation>连接在回复之前结束：{}</translation>
    </message>
    <message>
        <source>the connection failed: {}</source>
        <translation>连接失败：{}</translation>
    </message>
    <message>
        <source>the data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>the file is not in this revision</source>
        <translation>此修订中没有该文件</translation>
    </message>
    <message>
        <source>the name is not known here: is this machine online?</source>
        <translation>此处不认识该名称：本机在线吗？</translation>
    </message>
    <message>
        <source>the proxy&apos;s name is not known here: {}</source>
        <translation>此处不认识代理的名称：{}</translation>
    </message>
    <message>
        <source>the reply is longer than {} bytes</source>
        <translation>回复超过 {} 字节</translation>
    </message>
    <message>
        <source>the reply of {}</source>
        <translation>{} 的回复</translation>
    </message>
    <message>
        <source>the search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>the token contains a blank or a letter outside of ASCII</source>
        <translation>令牌含有空格或 ASCII 以外的字符</translation>
    </message>
    <message>
        <source>there is no file or folder of this name, and no such data set in the Hugging Face cache ({})</source>
        <translation>没有此名称的文件或文件夹，Hugging Face 缓存中也没有这样的数据集 ({})</translation>
    </message>
    <message>
        <source>there is no file or folder of this name, and no such model in the Hugging Face cache ({})</source>
        <translation>没有此名称的文件或文件夹，Hugging Face 缓存中也没有这样的模型 ({})</translation>
    </message>
    <message>
        <source>waiting for another program that downloads {}</source>
        <translation>正在等待另一个下载 {} 的程序</translation>
    </message>
    <message>
        <source>what came has another checksum than the hub&apos;s list says ({})</source>
        <translation>收到的内容与 hub 列表的校验和不同 ({})</translation>
    </message>
    <message>
        <source>{} answered {}: {}</source>
        <translation>{} 答复 {}：{}</translation>
    </message>
    <message>
        <source>{} asks for a token</source>
        <translation>{} 要求令牌</translation>
    </message>
    <message>
        <source>{} asks to wait {} s</source>
        <translation>{} 要求等待 {} 秒</translation>
    </message>
    <message>
        <source>{} does not accept the token from {}: {}</source>
        <translation>{} 不接受来自 {} 的令牌：{}</translation>
    </message>
    <message>
        <source>{} does not exist on {}</source>
        <translation>{} 在 {} 上不存在</translation>
    </message>
    <message>
        <source>{} does not exist, or is private or gated: {} does not show which to somebody without a token</source>
        <translation>{} 不存在，或为私有或受限：{} 不向没有令牌的人说明是哪一种</translation>
    </message>
    <message>
        <source>{} has no such file</source>
        <translation>{} 没有这样的文件</translation>
    </message>
    <message>
        <source>{} is not encrypted: the token from {} is not sent to it</source>
        <translation>{} 未加密：不向其发送来自 {} 的令牌</translation>
    </message>
    <message>
        <source>{} is set: no connection is made</source>
        <translation>已设置 {}：不建立连接</translation>
    </message>
    <message>
        <source>{} of {} bytes of {} are kept: get it again to go on</source>
        <translation>已保留 {} 字节（共 {} 字节，{}）：重新获取即可继续</translation>
    </message>
    <message>
        <source>{} of {} deltas</source>
        <translation>{}，共 {} 个增量</translation>
    </message>
    <message>
        <source>{} refuses further requests for now</source>
        <translation>{} 目前拒绝更多请求</translation>
    </message>
    <message>
        <source>{}: the part that an earlier download left was wrong, all of it is asked for again</source>
        <translation>{}：先前下载留下的部分有误，将全部重新请求</translation>
    </message>
    <message>
        <source>expected criteria that look at weights alone, found {}, which needs a run</source>
        <translation>应为只看权重的准则，实际为需要运行的 {}</translation>
    </message>
    <message>
        <source>expected finite numbers of 0 or more, found {}</source>
        <translation>应为不小于 0 的有限数，实际为 {}</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>noise on what {} chooses</source>
        <translation>对 {} 所选加噪声</translation>
    </message>
</context>
<context>
    <name>ui::AnswersCard</name>
    <message>
        <source>not asked</source>
        <translation>未提问</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Tuned</source>
        <translation>微调后</translation>
    </message>
    <message>
        <source>Held-out rows, answered</source>
        <translation>留出的行的回答</translation>
    </message>
    <message>
        <source>Rows shown</source>
        <translation>显示的行</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Exactly right, base → tuned</source>
        <translation>完全正确，基础模型 → 微调后</translation>
    </message>
    <message>
        <source>Valid JSON, base → tuned</source>
        <translation>有效的 JSON，基础模型 → 微调后</translation>
    </message>
    <message>
        <source>Held-out rows with expected and given answers</source>
        <translation>留出的行及其预期回答和实际回答</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>ui::Banner</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>Fewer details</source>
        <translation>收起详细信息</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ui::ChatPanel</name>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Ask both models the same question</source>
        <translation>向两个模型提同一个问题</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>With the delta</source>
        <translation>使用增量</translation>
    </message>
    <message>
        <source>Answer of the base model</source>
        <translation>基础模型的回答</translation>
    </message>
    <message>
        <source>Answer with the delta</source>
        <translation>使用增量后的回答</translation>
    </message>
    <message>
        <source>Strength of the delta</source>
        <translation>增量强度</translation>
    </message>
    <message>
        <source>0: the base, exactly. 1: as trained, exactly.</source>
        <translation>0：与基础模型完全一致。1：与训练结果完全一致。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>0: always the likeliest word</source>
        <translation>0：始终选择最可能的词</translation>
    </message>
    <message>
        <source>No delta is applied. Train one, or open one on the Runs page.</source>
        <translation>尚未应用增量。请训练一个，或在“运行”页打开一个。</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>有运行正在进行</translation>
    </message>
    <message>
        <source>Open a model first</source>
        <translation>请先打开模型</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Answering with the delta</source>
        <translation>正在用增量回答</translation>
    </message>
    <message>
        <source>Answering with the base</source>
        <translation>正在用基础模型回答</translation>
    </message>
    <message>
        <source>Both answers are the same.</source>
        <translation>两个回答相同。</translation>
    </message>
    <message numerus="yes">
        <source>The answers part after %n character(s).</source>
        <translation>
            <numerusform>两个回答在 %n 个字符后出现差异。</numerusform>
        </translation>
    </message>
    <message>
        <source>The model as it was answers here.</source>
        <translation>原来的模型在此回答。</translation>
    </message>
    <message>
        <source>The model with what it learned answers here.</source>
        <translation>学习后的模型在此回答。</translation>
    </message>
    <message>
        <source>The answers differ from the first letter.</source>
        <translation>两个回答从第一个字起就不同。</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>增量</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>temperature %1</source>
        <translation>温度 %1</translation>
    </message>
    <message>
        <source>“%1” to the base model, %2</source>
        <translation>“%1”，向基础模型提问，%2</translation>
    </message>
    <message>
        <source>“%1” with %2, strength %3, %4</source>
        <translation>“%1”，使用 %2，强度 %3，%4</translation>
    </message>
    <message numerus="yes">
        <source>%1
%n token(s), %2 per second</source>
        <translation>
            <numerusform>%1
%n 个词元，每秒 %2 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ColumnPanel</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Which column is asked, and which is the answer? Filled in by what the columns are called and what is in them. Change what is wrong.</source>
        <translation>哪一列是提问，哪一列是回答？已根据列名和列中内容填写。请更改有误之处。</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>found by column names</source>
        <translation>按列名识别</translation>
    </message>
    <message>
        <source>question, answer</source>
        <translation>问题、答案</translation>
    </message>
    <message>
        <source>prompt, completion</source>
        <translation>提示、补全</translation>
    </message>
    <message>
        <source>instruction, input, output</source>
        <translation>指令、输入、输出</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Use these columns</source>
        <translation>使用这些列</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Prompt form</source>
        <translation>提示形式</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>模型自带</translation>
    </message>
    <message>
        <source>chat template</source>
        <translation>聊天模板</translation>
    </message>
    <message>
        <source>Alpaca</source>
        <translation>Alpaca</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 (not in the files)</source>
        <translation>%1（不在文件中）</translation>
    </message>
</context>
<context>
    <name>ui::DataPage</name>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>truncated</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>What the model learns from, and what it is asked to see whether it learned or forgot.</source>
        <translation>模型从什么中学习，以及用什么来检验它学到了还是忘记了。</translation>
    </message>
    <message>
        <source>Rows become tokens by the model&apos;s own vocabulary. Then you see each row as the model does, and which tokens train.</source>
        <translation>文本行要用模型自己的词表才能变成词元。之后您可以像模型一样查看每一行，以及哪些词元参与训练。</translation>
    </message>
    <message>
        <source>New here? Use the demo data</source>
        <translation>初次使用？试试演示数据</translation>
    </message>
    <message>
        <source>Use the demo data</source>
        <translation>使用演示数据</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>数据行</translation>
    </message>
    <message>
        <source>Drop files of rows here: JSONL, CSV, Parquet, text, ...</source>
        <translation>将数据文件拖到此处：JSONL、CSV、Parquet、文本等</translation>
    </message>
    <message>
        <source>question and answer, prompt and completion, instruction and output, or messages</source>
        <translation>问题和答案、提示和补全、指令和输出，或消息</translation>
    </message>
    <message>
        <source>A row as the model sees it</source>
        <translation>模型看到的一行</translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Rows by length in tokens</source>
        <translation>按词元长度统计的行数</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Longer rows are</source>
        <translation>更长的行将</translation>
    </message>
    <message>
        <source>Longer rows</source>
        <translation>更长的行</translation>
    </message>
    <message>
        <source>cut at the end</source>
        <translation>在末尾截断</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>被略去</translation>
    </message>
    <message>
        <source>What trains, what is asked</source>
        <translation>训练什么，检验什么</translation>
    </message>
    <message>
        <source>Rows that train</source>
        <translation>参与训练的行</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已略去</translation>
    </message>
    <message>
        <source>Responses end in</source>
        <translation>回答的结束符</translation>
    </message>
    <message>
        <source>Rows that were cut or left out</source>
        <translation>被截断或略去的行</translation>
    </message>
    <message>
        <source>Held out for evaluation</source>
        <translation>留作评估</translation>
    </message>
    <message>
        <source>Held-out rows</source>
        <translation>留出的行</translation>
    </message>
    <message>
        <source>Retention probe</source>
        <translation>保留测试</translation>
    </message>
    <message>
        <source>Choose training data</source>
        <translation>选择训练数据</translation>
    </message>
    <message>
        <source>The demo data is not installed</source>
        <translation>未安装演示数据</translation>
    </message>
    <message>
        <source>Choose files of your own below.</source>
        <translation>请在下方选择您自己的文件。</translation>
    </message>
    <message>
        <source>Choose a retention probe</source>
        <translation>选择保留测试</translation>
    </message>
    <message>
        <source>Choice questions (*.json *.jsonl)</source>
        <translation>选择题 (*.json *.jsonl)</translation>
    </message>
    <message>
        <source>none: forgetting is not watched</source>
        <translation>无：不监测遗忘</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> / %1</translation>
    </message>
    <message>
        <source>Reading a row</source>
        <translation>正在读取一行</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>In colour: what trains. Struck through: cut off.</source>
        <translation>彩色：参与训练。删除线：被截去。</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>Short booking messages that become JSON, 120 more that are held out and answered before and after, and science questions that show what is forgotten.</source>
        <translation>要转换为 JSON 的简短预订消息，另有 120 条留出并在训练前后作答，以及用来显示遗忘了什么的科学题。</translation>
    </message>
    <message>
        <source>take all away</source>
        <translation>全部移除</translation>
    </message>
    <message>
        <source>The rows and all that belongs to them: held-out rows, probe, columns, lengths</source>
        <translation>数据行及其所属的一切：留出的行、保留测试、列、长度</translation>
    </message>
    <message>
        <source>Take the rows away</source>
        <translation>移除数据行</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Cut rows after, in tokens</source>
        <translation>行的截断长度（词元）</translation>
    </message>
    <message>
        <source>Of these cut</source>
        <translation>其中被截断</translation>
    </message>
    <message>
        <source>Their tokens</source>
        <translation>其词元数</translation>
    </message>
    <message>
        <source>Tokens that train</source>
        <translation>参与训练的词元</translation>
    </message>
    <message>
        <source>Longest row</source>
        <translation>最长的行</translation>
    </message>
    <message>
        <source>from a file…</source>
        <translation>从文件…</translation>
    </message>
    <message>
        <source>Choose a file of held-out rows</source>
        <translation>选择留出行的文件</translation>
    </message>
    <message>
        <source>use the shipped one</source>
        <translation>使用自带的</translation>
    </message>
    <message>
        <source>100 science questions for school children (ARC-easy)</source>
        <translation>100 道面向中小学生的科学题 (ARC-easy)</translation>
    </message>
    <message>
        <source>Choose held-out rows</source>
        <translation>选择留出的行</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>cut here</source>
        <translation>在此截断</translation>
    </message>
    <message>
        <source>left out above</source>
        <translation>超出则略去</translation>
    </message>
    <message>
        <source>Rows (*.jsonl *.json *.csv *.tsv *.parquet *.arrow *.txt *.gz *.zst);;All files (*)</source>
        <translation>数据行 (*.jsonl *.json *.csv *.tsv *.parquet *.arrow *.txt *.gz *.zst);;所有文件 (*)</translation>
    </message>
    <message>
        <source>from Hugging Face…</source>
        <translation>来自 Hugging Face…</translation>
    </message>
    <message>
        <source>These are the first %1 rows. All of them are being read.</source>
        <translation>这是前 %1 行。正在读取全部行。</translation>
    </message>
    <message>
        <source>These are the first %1 rows. Reading all was stopped.</source>
        <translation>这是前 %1 行。读取全部行已停止。</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>read all</source>
        <translation>读取全部</translation>
    </message>
</context>
<context>
    <name>ui::DuelMonitor</name>
    <message>
        <source>Preparing the duel</source>
        <translation>正在准备对决</translation>
    </message>
    <message>
        <source>Duel</source>
        <translation>对决</translation>
    </message>
</context>
<context>
    <name>ui::DuelPanel</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message numerus="yes">
        <source>Its learning rate was chosen with %n run(s).</source>
        <translation>
            <numerusform>其学习率由 %n 次运行选出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) count.</source>
        <translation>
            <numerusform>%n 次运行计入结果。</numerusform>
        </translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Exact, %</source>
        <translation>精确，%</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>留出损失</translation>
    </message>
    <message>
        <source>Kept, %</source>
        <translation>保留，%</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>增量</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>%1 looks for its learning rate: %2</source>
        <translation>%1 正在寻找学习率：%2</translation>
    </message>
    <message>
        <source>%1, seed %2, learning rate %3</source>
        <translation>%1，种子 %2，学习率 %3</translation>
    </message>
    <message>
        <source>Duel</source>
        <translation>对决</translation>
    </message>
    <message>
        <source>Several ways to train the same rows. Each looks for its learning rate with the same number of runs, by rows set aside from those that train, and then runs with several seeds: what it learns, keeps and costs stands side by side, with what chance alone could explain.</source>
        <translation>用多种方式训练相同的行。每种方式用相同次数的运行、按从训练行中预留的行寻找自己的学习率，然后用多个种子运行：学到、保留和付出的代价并排列出，并注明偶然能解释的部分。</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子数</translation>
    </message>
    <message>
        <source>Runs of each method that count. One can&apos;t show what is chance; three begin to.</source>
        <translation>每种方法计入结果的运行数。一次无法看出偶然性；三次开始可以。</translation>
    </message>
    <message>
        <source>searched for</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>as in the recipe</source>
        <translation>同配方</translation>
    </message>
    <message>
        <source>Learning rates</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Each method needs its own: the recipe&apos;s suits the method that it was made for, and the others would lose.</source>
        <translation>每种方法需要自己的学习率：配方中的只适合它所针对的方法，其他方法会吃亏。</translation>
    </message>
    <message>
        <source>Rates each tries</source>
        <translation>每种方法尝试的学习率数</translation>
    </message>
    <message>
        <source>The same number for every method.</source>
        <translation>每种方法数量相同。</translation>
    </message>
    <message>
        <source>as the recipe</source>
        <translation>同配方</translation>
    </message>
    <message>
        <source>Steps of a try</source>
        <translation>每次尝试的步数</translation>
    </message>
    <message>
        <source>Fewer save time, and favour higher rates.</source>
        <translation>较少的步数节省时间，但偏向较高的学习率。</translation>
    </message>
    <message>
        <source>Start the duel</source>
        <translation>开始对决</translation>
    </message>
    <message>
        <source>Stop the duel</source>
        <translation>停止对决</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Methods of the duel</source>
        <translation>对决的方法</translation>
    </message>
    <message>
        <source>Learned against kept: up and to the right is better</source>
        <translation>学到与保留：越靠右上越好</translation>
    </message>
    <message>
        <source>Learned against kept</source>
        <translation>学到与保留</translation>
    </message>
    <message>
        <source>Drawn once a run with a probe and answers has counted.</source>
        <translation>有一次带保留测试和回答的运行计入后才会绘出。</translation>
    </message>
    <message>
        <source>kept of the old knowledge, %</source>
        <translation>旧知识保留，%</translation>
    </message>
    <message>
        <source>answered exactly, %</source>
        <translation>精确回答，%</translation>
    </message>
    <message>
        <source>A duel goes on</source>
        <translation>对决正在进行</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s): %1 that try learning rates, then %2 that count</source>
        <translation>
            <numerusform>%n 次运行：%1 次尝试学习率，然后 %2 次计入结果</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) that count</source>
        <translation>
            <numerusform>%n 次计入结果的运行</numerusform>
        </translation>
    </message>
    <message>
        <source>It stops after this step</source>
        <translation>此步之后停止</translation>
    </message>
    <message>
        <source>Preparing the duel</source>
        <translation>正在准备对决</translation>
    </message>
    <message>
        <source>Run %1 of %2</source>
        <translation>第 %1 次运行，共 %2 次</translation>
    </message>
    <message>
        <source>waits for another run to end</source>
        <translation>等待另一个运行结束</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>约剩 %1</translation>
    </message>
    <message>
        <source>Reading the duels</source>
        <translation>正在读取对决</translation>
    </message>
    <message>
        <source>base: %1 answered exactly</source>
        <translation>基座：精确回答 %1</translation>
    </message>
    <message>
        <source>held-out loss %1</source>
        <translation>留出损失 %1</translation>
    </message>
</context>
<context>
    <name>ui::ExportPanel</name>
    <message>
        <source>Take it with you</source>
        <translation>导出成果</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Nothing to export yet</source>
        <translation>还没有可导出的内容</translation>
    </message>
    <message>
        <source>New folder for the tuned model</source>
        <translation>微调后模型的新文件夹</translation>
    </message>
    <message>
        <source>Copy the delta</source>
        <translation>复制增量</translation>
    </message>
    <message>
        <source>Deltas (*.safetensors)</source>
        <translation>增量 (*.safetensors)</translation>
    </message>
    <message>
        <source>Writing, then reading back…</source>
        <translation>正在写入，随后回读…</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Copied to %1</source>
        <translation>已复制到 %1</translation>
    </message>
    <message>
        <source>%1 could not be written: is there room, and may you write there?</source>
        <translation>无法写入 %1：请检查空间是否足够，以及您是否有写入权限。</translation>
    </message>
    <message>
        <source>Wrote %1 (%2).</source>
        <translation>已写入 %1（%2）。</translation>
    </message>
    <message>
        <source>Largest difference of logits: %1 of the largest; %2 of %3 greedy answers are the same.</source>
        <translation>logits 最大差异：最大值的 %1；%3 个贪心回答中有 %2 个相同。</translation>
    </message>
    <message>
        <source>New file for the tuned model</source>
        <translation>微调后模型的新文件</translation>
    </message>
    <message>
        <source>How the weights are stored</source>
        <translation>权重的存储方式</translation>
    </message>
    <message>
        <source>as the base</source>
        <translation>与基础模型相同</translation>
    </message>
    <message>
        <source>Name of the model there</source>
        <translation>模型在那里的名称</translation>
    </message>
    <message>
        <source>How the weights are stored. “as the base” keeps each tensor&apos;s own type; the q types are llama.cpp&apos;s smaller ones, whose cost is measured.</source>
        <translation>权重的存储方式。“与基础模型相同”保留每个张量自己的类型；q 类型是 llama.cpp 的较小类型，其代价会被测量。</translation>
    </message>
</context>
<context>
    <name>ui::FileDropArea</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
</context>
<context>
    <name>ui::FileList</name>
    <message>
        <source>take away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take away %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>ui::FrontPlot</name>
    <message>
        <source>learned, kept</source>
        <translation>学到，保留</translation>
    </message>
    <message>
        <source>%1: learned %2 %, kept %3 %.</source>
        <translation>%1：学到 %2 %，保留 %3 %。</translation>
    </message>
</context>
<context>
    <name>ui::HeatMapOverview</name>
    <message>
        <source>not chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>layer %1 · %2</source>
        <translation>第 %1 层 · %2</translation>
    </message>
    <message>
        <source>%1 layers by %2 projections, from %3 to %4.</source>
        <translation>%1 层乘 %2 个投影，从 %3 到 %4。</translation>
    </message>
    <message>
        <source>Layer %1 · %2: %3.</source>
        <translation>第 %1 层 · %2：%3。</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>全部为 %1</translation>
    </message>
</context>
<context>
    <name>ui::Histogram</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Values from %1 to %2 %3, most between %4 and %5.</source>
        <translation>取值从 %1 到 %2 %3，多数在 %4 与 %5 之间。</translation>
    </message>
</context>
<context>
    <name>ui::HubDialog</name>
    <message>
        <source>Get a model from Hugging Face</source>
        <translation>从 Hugging Face 获取模型</translation>
    </message>
    <message>
        <source>Get a data set from Hugging Face</source>
        <translation>从 Hugging Face 获取数据集</translation>
    </message>
    <message>
        <source>Name of the model, or words of it</source>
        <translation>模型名称，或其中的词</translation>
    </message>
    <message>
        <source>Name of the data set, or words of it</source>
        <translation>数据集名称，或其中的词</translation>
    </message>
    <message>
        <source>Look it up</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Which file</source>
        <translation>哪个文件</translation>
    </message>
    <message>
        <source>Which folder</source>
        <translation>哪个文件夹</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Download and open</source>
        <translation>下载并打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Look it up first</source>
        <translation>请先查询</translation>
    </message>
    <message>
        <source>Nothing is asked of the network before you press a button. A token is read from HF_TOKEN, or from where “hf auth login” put it.</source>
        <translation>在您按下按钮之前不会访问网络。令牌从 HF_TOKEN 读取，或从“hf auth login”存放之处读取。</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：%2 / %3</translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation>正在等待答复</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>Asking Hugging Face</source>
        <translation>正在询问 Hugging Face</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Nothing has this in its name.</source>
        <translation>没有名称含此内容的项。</translation>
    </message>
    <message>
        <source>Choose one of these</source>
        <translation>请选择其中之一</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 个参数</translation>
    </message>
    <message>
        <source>gated</source>
        <translation>受限</translation>
    </message>
    <message>
        <source>The most downloaded with this in their name.</source>
        <translation>名称含此内容、下载最多的项。</translation>
    </message>
    <message>
        <source>its card names none</source>
        <translation>其卡片未注明</translation>
    </message>
    <message>
        <source>private</source>
        <translation>私有</translation>
    </message>
    <message>
        <source>open</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>gated: its terms are to be accepted</source>
        <translation>受限：须接受其条款</translation>
    </message>
    <message>
        <source>Choose one of its files</source>
        <translation>请选择其中一个文件</translation>
    </message>
    <message>
        <source>Choose one of its folders</source>
        <translation>请选择其中一个文件夹</translation>
    </message>
    <message>
        <source>It has several GGUF files: choose one.</source>
        <translation>它有多个 GGUF 文件：请选择一个。</translation>
    </message>
    <message>
        <source>It has rows in several folders: choose one.</source>
        <translation>它在多个文件夹中有行：请选择一个。</translation>
    </message>
    <message>
        <source>%1, all of it here already</source>
        <translation>%1，全部已在本机</translation>
    </message>
    <message>
        <source>%1, of which %2 are to be downloaded</source>
        <translation>%1，其中 %2 待下载</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>正在下载…</translation>
    </message>
    <message>
        <source>Downloading a model</source>
        <translation>正在下载模型</translation>
    </message>
    <message>
        <source>Downloading a data set</source>
        <translation>正在下载数据集</translation>
    </message>
</context>
<context>
    <name>ui::InfoButton</name>
    <message>
        <source>What is that: %1</source>
        <translation>这是什么：%1</translation>
    </message>
</context>
<context>
    <name>ui::KeptSetup</name>
    <message>
        <source>The model of last time is not there any more: %1</source>
        <translation>上次的模型已不存在：%1</translation>
    </message>
    <message>
        <source>The window ended last time while %1 was opened, so it was not opened again by itself.</source>
        <translation>上次在打开 %1 时窗口中断，因此没有自动再次打开它。</translation>
    </message>
</context>
<context>
    <name>ui::LinePlot</name>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>  (raw %1)</source>
        <translation>  （原始值 %1）</translation>
    </message>
    <message>
        <source>%1: %2 at first, %3 at step %4.</source>
        <translation>%1：起始 %2，第 %4 步为 %3。</translation>
    </message>
    <message>
        <source>Alarm line at %1.</source>
        <translation>警戒线位于 %1。</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Side panel</source>
        <translation>侧边栏</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Whole screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About LIFT Studio</source>
        <translation>关于 LIFT Studio</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>ui::MemoryPlanView</name>
    <message numerus="yes">
        <source>%n smaller</source>
        <translation>
            <numerusform>%n 个较小项</numerusform>
        </translation>
    </message>
    <message>
        <source>Memory plan</source>
        <translation>内存计划</translation>
    </message>
    <message>
        <source>Appears with a model and data.</source>
        <translation>有了模型和数据后显示。</translation>
    </message>
    <message>
        <source>peak %1 of %2 free</source>
        <translation>峰值 %1，可用 %2</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>够用</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>紧张</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>不够</translation>
    </message>
    <message>
        <source>%1 (−%2)</source>
        <translation>%1（−%2）</translation>
    </message>
    <message>
        <source>in the host&apos;s memory</source>
        <translation>主机内存中</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>最多 %1</translation>
    </message>
</context>
<context>
    <name>ui::ModelFirst</name>
    <message>
        <source>Open a model first</source>
        <translation>请先打开模型</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Open the demo model</source>
        <translation>打开演示模型</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
</context>
<context>
    <name>ui::ModelPage</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation>存储类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>位置来源</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>What to fine-tune. Its weights stay as they are on disk; training makes a delta.</source>
        <translation>要微调的模型。磁盘上的权重保持不变；训练产生一个增量。</translation>
    </message>
    <message>
        <source>waiting for the engine</source>
        <translation>等待引擎</translation>
    </message>
    <message>
        <source>New here? Begin with the demo</source>
        <translation>初次使用？从演示开始</translation>
    </message>
    <message>
        <source>SmolLM2 135M: small enough to learn school arithmetic on this computer in minutes. Everything is here already, nothing is downloaded.</source>
        <translation>SmolLM2 135M：足够小，在这台电脑上几分钟就能学会小学算术。一切已就绪，无需下载。</translation>
    </message>
    <message>
        <source>Open the demo model</source>
        <translation>打开演示模型</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Models on this machine</source>
        <translation>这台电脑上的模型</translation>
    </message>
    <message>
        <source>Drop a GGUF file or a model folder here</source>
        <translation>将 GGUF 文件或模型文件夹拖到此处</translation>
    </message>
    <message>
        <source>GGUF, or config.json with safetensors: Llama, Qwen, Gemma, Mistral, Phi and others</source>
        <translation>GGUF，或带 safetensors 的 config.json：Llama、Qwen、Gemma、Mistral、Phi 等</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>聊天模板</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Open this model</source>
        <translation>打开此模型</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking for models</source>
        <translation>正在查找模型</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Models (*.gguf config.json *.safetensors);;All files (*)</source>
        <translation>模型 (*.gguf config.json *.safetensors);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>%1 layers of width %2, feed-forward %3</source>
        <translation>%1 层，宽度 %2，前馈 %3</translation>
    </message>
    <message>
        <source>%1 heads, %2 for keys and values</source>
        <translation>%1 个头，键值头 %2 个</translation>
    </message>
    <message>
        <source>%1 tokens, context %2</source>
        <translation>%1 个词元，上下文 %2</translation>
    </message>
    <message>
        <source>in the model</source>
        <translation>模型自带</translation>
    </message>
    <message>
        <source>none; the Alpaca form is used</source>
        <translation>无；使用 Alpaca 形式</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>有运行正在进行</translation>
    </message>
    <message>
        <source>%1 is open: %2 parameters in %3</source>
        <translation>%1 已打开：%2 个参数，%3</translation>
    </message>
    <message>
        <source>Go on to the data</source>
        <translation>继续到数据</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Hugging Face cache</source>
        <translation>Hugging Face 缓存</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>earlier run</source>
        <translation>以前的运行</translation>
    </message>
    <message>
        <source>in the model, cannot be read</source>
        <translation>在模型中，无法读取</translation>
    </message>
    <message>
        <source>from Hugging Face…</source>
        <translation>来自 Hugging Face…</translation>
    </message>
</context>
<context>
    <name>ui::PlotView</name>
    <message>
        <source>Picture (*.png);;Drawing (*.svg);;Document (*.pdf);;Numbers (*.csv)</source>
        <translation>图片 (*.png);;矢量图 (*.svg);;文档 (*.pdf);;数值 (*.csv)</translation>
    </message>
    <message>
        <source>Save “%1”</source>
        <translation>保存“%1”</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <source>Save as PNG, SVG, PDF or CSV…</source>
        <translation>保存为 PNG、SVG、PDF 或 CSV…</translation>
    </message>
    <message>
        <source>Show everything	0</source>
        <translation>显示全部	0</translation>
    </message>
    <message>
        <source>Open large	Return</source>
        <translation>放大打开	Return</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Save, copy or enlarge: %1</source>
        <translation>保存、复制或放大：%1</translation>
    </message>
</context>
<context>
    <name>ui::QuestionList</name>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>None. What you ask here the model answers before, while and after it learns.</source>
        <translation>无。您在此提出的问题，模型会在学习前、学习中和学习后回答。</translation>
    </message>
    <message>
        <source>add a question</source>
        <translation>添加问题</translation>
    </message>
    <message>
        <source>take away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take the question away</source>
        <translation>移除问题</translation>
    </message>
</context>
<context>
    <name>ui::QueuePanel</name>
    <message>
        <source>R %1, %2</source>
        <translation>R %1，%2</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>add the present recipe</source>
        <translation>添加当前配方</translation>
    </message>
    <message>
        <source>forget what has ended</source>
        <translation>清除已结束的</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>推后</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Start the next</source>
        <translation>开始下一个</translation>
    </message>
    <message>
        <source>waits for your word</source>
        <translation>等待您的指示</translation>
    </message>
    <message>
        <source>Nothing waits. What you add here starts when the present run ends, and goes on after a failure.</source>
        <translation>队列为空。添加到此处的运行会在当前运行结束后开始，即使前一个失败也会继续。</translation>
    </message>
    <message>
        <source>Choose one of the queue</source>
        <translation>请选择队列中的一项</translation>
    </message>
    <message>
        <source>It does not wait any more</source>
        <translation>它已不在等待</translation>
    </message>
    <message>
        <source>It runs: stop the run instead</source>
        <translation>正在运行：请改为停止运行</translation>
    </message>
</context>
<context>
    <name>ui::RecipeForm</name>
    <message>
        <source>How it learns</source>
        <translation>学习方式</translation>
    </message>
    <message>
        <source>1e-4 to 1e-3; small models want the larger ones</source>
        <translation>1e-4 到 1e-3；小模型宜取较大值</translation>
    </message>
    <message>
        <source>after a short warm-up</source>
        <translation>短暂预热之后</translation>
    </message>
    <message>
        <source>8 to 16 is usual; memory follows the pass, not the step</source>
        <translation>通常 8 到 16；内存取决于单次前向，而非整步</translation>
    </message>
    <message>
        <source>0: from the passes over the rows</source>
        <translation>0：由遍历次数决定</translation>
    </message>
    <message>
        <source>when steps is 0</source>
        <translation>当步数为 0 时</translation>
    </message>
    <message>
        <source>bf16 halves the memory; on processors without bf16 arithmetic fp32 is faster</source>
        <translation>bf16 内存减半；处理器没有 bf16 指令时 fp32 更快</translation>
    </message>
    <message>
        <source>less memory, about a third slower</source>
        <translation>省内存，约慢三分之一</translation>
    </message>
    <message>
        <source>steps; 0: only before and after</source>
        <translation>步；0：仅在前后评估</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>其他设置</translation>
    </message>
    <message>
        <source>show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>隐藏</translation>
    </message>
    <message numerus="yes">
        <source>%n differ from the default</source>
        <translation>
            <numerusform>%n 项与默认值不同</numerusform>
        </translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Back to the default: %1</source>
        <translation>恢复默认：%1</translation>
    </message>
    <message>
        <source>0: only before and after</source>
        <translation>0：仅在前后</translation>
    </message>
</context>
<context>
    <name>ui::ResultsPage</name>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What was learned, what was kept, and where in the model it lies.</source>
        <translation>学到了什么，保留了什么，以及位于模型何处。</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>还没有结果</translation>
    </message>
    <message>
        <source>Go to training</source>
        <translation>前往训练</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>训练前后</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>留出损失</translation>
    </message>
    <message>
        <source>Retention probe</source>
        <translation>保留测试</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>内存峰值</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>The delta&apos;s passport</source>
        <translation>增量护照</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已改变</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Base&apos;s fingerprint</source>
        <translation>基础模型指纹</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Where it learned</source>
        <translation>在哪里学习</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>share changed</source>
        <translation>改变比例</translation>
    </message>
    <message>
        <source>mean change</source>
        <translation>平均变化</translation>
    </message>
    <message>
        <source>Changed weights: layers down, projections across</source>
        <translation>已改变的权重：纵向为层，横向为投影</translation>
    </message>
    <message>
        <source>After a run this shows where weights changed.</source>
        <translation>运行结束后显示权重在哪里发生了变化。</translation>
    </message>
    <message>
        <source>One matrix</source>
        <translation>单个矩阵</translation>
    </message>
    <message>
        <source>Changed weights of one matrix</source>
        <translation>单个矩阵中已改变的权重</translation>
    </message>
    <message>
        <source>Pick a matrix in the grid.</source>
        <translation>请在网格中选择一个矩阵。</translation>
    </message>
    <message>
        <source>Counting what changed</source>
        <translation>正在统计变化</translation>
    </message>
    <message>
        <source>Reading the passport</source>
        <translation>正在读取护照</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>%1 of %2 weights</source>
        <translation>%1 / %2 个权重</translation>
    </message>
    <message>
        <source>%1, %2 bytes a weight</source>
        <translation>%1，每个权重 %2 字节</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>已改变 %1</translation>
    </message>
    <message>
        <source>%1: %2 changed, on average by %3</source>
        <translation>%1：已改变 %2，平均 %3</translation>
    </message>
    <message>
        <source>Same question, as it learned</source>
        <translation>学习过程中的同一问题</translation>
    </message>
    <message>
        <source>Old knowledge</source>
        <translation>旧知识</translation>
    </message>
    <message>
        <source>Reading the runs</source>
        <translation>正在读取运行</translation>
    </message>
    <message>
        <source>Train a delta, open one of an earlier run on the Runs page, or an adapter of another program here. It is shown: what was learned, what was kept, and where it lies.</source>
        <translation>训练一个增量，在“运行”页打开先前运行的增量，或在此打开其他程序的适配器。这里会显示学到了什么、保留了什么，以及它在何处。</translation>
    </message>
    <message>
        <source>Open one…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>open…</source>
        <translation>打开…</translation>
    </message>
</context>
<context>
    <name>ui::RunMonitor</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Resuming</source>
        <translation>正在继续</translation>
    </message>
</context>
<context>
    <name>ui::RunPanel</name>
    <message>
        <source>preparing</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>choosing weights</source>
        <translation>正在选择权重</translation>
    </message>
    <message>
        <source>evaluating</source>
        <translation>评估中</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>回答中</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>renewing the selection</source>
        <translation>正在更新选择</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>保存中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>writing the delta</source>
        <translation>正在写入增量</translation>
    </message>
    <message>
        <source>Memory plan</source>
        <translation>内存计划</translation>
    </message>
    <message>
        <source>Run preview</source>
        <translation>运行预览</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Trains</source>
        <translation>参与训练</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>数据行</translation>
    </message>
    <message>
        <source>Per step</source>
        <translation>每步</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Delta, about</source>
        <translation>增量约</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>停止…</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>立即保存</translation>
    </message>
    <message>
        <source>Ask now…</source>
        <translation>立即提问…</translation>
    </message>
    <message>
        <source>Renew now</source>
        <translation>立即更新</translation>
    </message>
    <message>
        <source>Learning rate…</source>
        <translation>学习率…</translation>
    </message>
    <message>
        <source>Ask the model now</source>
        <translation>立即向模型提问</translation>
    </message>
    <message>
        <source>It answers at the end of the present step:</source>
        <translation>它将在当前步结束时回答：</translation>
    </message>
    <message>
        <source>Change the learning rate</source>
        <translation>更改学习率</translation>
    </message>
    <message>
        <source>New peak of the schedule:</source>
        <translation>调度的新峰值：</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Stop the run?</source>
        <translation>停止运行？</translation>
    </message>
    <message>
        <source>The present step is finished first.</source>
        <translation>会先完成当前这一步。</translation>
    </message>
    <message>
        <source>A saved run can go on later exactly where it was. Without saving, what it learned is lost.</source>
        <translation>保存后的运行以后可以从原处继续。不保存则会丢失已学到的内容。</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>停止并保存</translation>
    </message>
    <message>
        <source>Stop without saving</source>
        <translation>停止但不保存</translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation>%1 个权重</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The run is stopping</source>
        <translation>运行正在停止</translation>
    </message>
    <message>
        <source>The run is starting</source>
        <translation>运行正在启动</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>started</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>learning rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>retention fell to %1</source>
        <translation>保留降至 %1</translation>
    </message>
    <message>
        <source>continued</source>
        <translation>已继续</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>the loss climbs</source>
        <translation>损失上升</translation>
    </message>
    <message>
        <source>back, rate %1</source>
        <translation>返回，学习率 %1</translation>
    </message>
    <message>
        <source>%1, R %2, budget %3</source>
        <translation>%1，R %2，预算 %3</translation>
    </message>
    <message>
        <source>%1, R %2, %3</source>
        <translation>%1，R %2，%3</translation>
    </message>
    <message>
        <source>%1, %2 of them cut</source>
        <translation>%1，其中 %2 行被截断</translation>
    </message>
    <message>
        <source>%1 at its peak</source>
        <translation>峰值 %1</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1，%2 / %3</translation>
    </message>
</context>
<context>
    <name>ui::RunsPage</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Everything that was ever trained here, in this window or on the command line.</source>
        <translation>在此窗口或命令行中训练过的所有运行。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>choose several to lay their curves over each other</source>
        <translation>选择多个可叠加显示曲线</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Use as new run</source>
        <translation>用作新运行</translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation>打开结果</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Choose runs above to see their curves.</source>
        <translation>在上方选择运行以查看曲线。</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>第二个</translation>
    </message>
    <message>
        <source>Settings that differ between two runs</source>
        <translation>两个运行之间不同的设置</translation>
    </message>
    <message>
        <source>Reading the runs</source>
        <translation>正在读取运行</translation>
    </message>
    <message>
        <source>Choose one run</source>
        <translation>请选择一个运行</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>有运行正在进行</translation>
    </message>
    <message>
        <source>It has no delta</source>
        <translation>没有增量</translation>
    </message>
    <message>
        <source>Choose a run</source>
        <translation>请选择运行</translation>
    </message>
    <message>
        <source>nothing: the same recipe twice</source>
        <translation>无：两个配方相同</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 对比 %2</translation>
    </message>
    <message>
        <source>Use the recipe of %1</source>
        <translation>使用 %1 的配方</translation>
    </message>
    <message>
        <source>Delete runs?</source>
        <translation>删除运行？</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message>
        <source>Their folders go too, with logs, states and deltas. This can&apos;t be undone.</source>
        <translation>其文件夹连同日志、状态和增量都会删除，且无法撤销。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <source>Nothing has trained yet. Every run will stand here with its curve and how it ended, whoever started it.</source>
        <translation>还没有训练过。每次运行都会列在这里，附有曲线和结束状态，无论由谁启动。</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>绘制内容</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>held-out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>retention</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Chosen runs over their steps</source>
        <translation>所选运行随步数的变化</translation>
    </message>
    <message>
        <source>%1 is not among the runs that are listed</source>
        <translation>%1 不在列出的运行中</translation>
    </message>
    <message>
        <source>They lie in the folder that Settings names.</source>
        <translation>它们位于“设置”中指定的文件夹。</translation>
    </message>
    <message>
        <source>The first run is being prepared.</source>
        <translation>正在准备第一次运行。</translation>
    </message>
    <message>
        <source>Find its files…</source>
        <translation>查找其文件…</translation>
    </message>
    <message>
        <source>Name and note…</source>
        <translation>名称和备注…</translation>
    </message>
    <message>
        <source>It has come to its end</source>
        <translation>它已运行到结尾</translation>
    </message>
    <message>
        <source>Naming the run</source>
        <translation>命名运行</translation>
    </message>
    <message>
        <source>save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>The chosen run as a page to share, a table, or for TensorBoard</source>
        <translation>将所选运行存为可分享的页面、表格或供 TensorBoard 使用</translation>
    </message>
</context>
<context>
    <name>ui::SampleTimeline</name>
    <message>
        <source>base</source>
        <translation>基础</translation>
    </message>
    <message>
        <source>Give questions to ask in the recipe, or press “Ask now…” while it trains.</source>
        <translation>请在配方中给出要提的问题，或在训练时按“立即提问…”。</translation>
    </message>
    <message>
        <source>Answer at step %1</source>
        <translation>回答（步：%1）</translation>
    </message>
</context>
<context>
    <name>ui::SelectionExtras</name>
    <message>
        <source>more settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <source>fewer settings</source>
        <translation>更少设置</translation>
    </message>
    <message>
        <source>The budget is</source>
        <translation>预算为</translation>
    </message>
    <message>
        <source>the density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>a rank</source>
        <translation>秩</translation>
    </message>
    <message>
        <source>Budget rank</source>
        <translation>预算秩</translation>
    </message>
    <message>
        <source>As many weights as an adapter of this rank would have</source>
        <translation>与该秩的适配器权重数相同</translation>
    </message>
    <message>
        <source>Principal are</source>
        <translation>主要权重为</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>all, or for example 0-5, 12</source>
        <translation>全部，或例如 0-5, 12</translation>
    </message>
</context>
<context>
    <name>ui::SelectionPage</name>
    <message>
        <source>Selection</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Which weights will learn: the largest entries of each matrix after rank reduction.</source>
        <translation>哪些权重将学习：每个矩阵降秩后的最大元素。</translation>
    </message>
    <message>
        <source>Its matrices decide which weights can learn. You see their singular values and the weights that would train before anything starts.</source>
        <translation>模型的矩阵决定哪些权重可以学习。在开始之前，您就能看到奇异值以及将要训练的权重。</translation>
    </message>
    <message>
        <source>Singular values</source>
        <translation>奇异值</translation>
    </message>
    <message>
        <source>Matrices</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>此矩阵</translation>
    </message>
    <message>
        <source>its layer</source>
        <translation>所在层</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>刻度</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Singular values over their rank</source>
        <translation>奇异值随秩变化</translation>
    </message>
    <message>
        <source>Open a model to see its singular values.</source>
        <translation>打开模型以查看其奇异值。</translation>
    </message>
    <message>
        <source>What will train</source>
        <translation>训练哪些权重</translation>
    </message>
    <message>
        <source>Rank R of the approximation</source>
        <translation>近似的秩 R</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Renew the selection every</source>
        <translation>选择更新间隔</translation>
    </message>
    <message>
        <source> steps</source>
        <translation> 步</translation>
    </message>
    <message>
        <source>0: never. Renewing follows what the weights have become.</source>
        <translation>0：从不。更新会跟随权重的变化。</translation>
    </message>
    <message>
        <source>Projections</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>use it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Whole model</source>
        <translation>整个模型</translation>
    </message>
    <message>
        <source>What the grid shows</source>
        <translation>网格显示内容</translation>
    </message>
    <message>
        <source>energy in R</source>
        <translation>R 内能量</translation>
    </message>
    <message>
        <source>density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>also by magnitude</source>
        <translation>与按幅值重合</translation>
    </message>
    <message>
        <source>stable rank</source>
        <translation>稳定秩</translation>
    </message>
    <message>
        <source>One value per matrix: layers down, projections across</source>
        <translation>每个矩阵一个值：纵向为层，横向为投影</translation>
    </message>
    <message>
        <source>The grid fills while the spectra are computed.</source>
        <translation>计算谱时网格会逐步填充。</translation>
    </message>
    <message>
        <source>One matrix</source>
        <translation>单个矩阵</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>changed since start</source>
        <translation>开始后已改变</translation>
    </message>
    <message>
        <source>The weights of one matrix</source>
        <translation>单个矩阵的权重</translation>
    </message>
    <message>
        <source>Open a model and pick a matrix in the grid.</source>
        <translation>打开模型并在网格中选择矩阵。</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>秩</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Energy in R</source>
        <translation>R 内能量</translation>
    </message>
    <message>
        <source>Stable rank</source>
        <translation>稳定秩</translation>
    </message>
    <message>
        <source>Effective rank</source>
        <translation>有效秩</translation>
    </message>
    <message>
        <source>Ranks of every matrix</source>
        <translation>所有矩阵的秩</translation>
    </message>
    <message>
        <source>%1 of %2 weights would train (%3)</source>
        <translation>%2 个权重中将训练 %1 个（%3）</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>已选 %1 / %2</translation>
    </message>
    <message>
        <source>The budget rank %1 decides instead.</source>
        <translation>改由预算秩 %1 决定。</translation>
    </message>
    <message>
        <source>Use the advice</source>
        <translation>采用建议</translation>
    </message>
    <message>
        <source>Laid over the map</source>
        <translation>叠加在图上</translation>
    </message>
    <message>
        <source>selected now, not before</source>
        <translation>现在选中、之前没有</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>%1 当前</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Memory allows no more weights.</source>
        <translation>内存不允许更多权重。</translation>
    </message>
    <message>
        <source>lay over: nothing</source>
        <translation>叠加：无</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1: %2

%3: %4</source>
        <translation>%1：%2

%3：%4</translation>
    </message>
    <message>
        <source>Advice: R = %1 and %2 of the weights.</source>
        <translation>建议：R = %1，训练 %2 的权重。</translation>
    </message>
    <message>
        <source>Only about %1 patterns in a matrix stand out of the noise, so a larger R would look at noise.</source>
        <translation>矩阵中只有约 %1 个模式高于噪声，更大的 R 只会看到噪声。</translation>
    </message>
    <message>
        <source>The two belong together: with so many weights an R near %1 has chosen them best in the method&apos;s tests.</source>
        <translation>两者相互关联：在该方法的测试中，训练这么多权重时，R 接近 %1 选得最好。</translation>
    </message>
    <message>
        <source>The first %1 patterns make up %2 of a usual matrix here (most in %3: %4; least in %5: %6).</source>
        <translation>此处典型矩阵中，前 %1 个模式占 %2（最多的是 %3：%4；最少的是 %5：%6）。</translation>
    </message>
    <message>
        <source>Another model trains now. The singular values of this one come when that run has ended.</source>
        <translation>另一个模型正在训练。此模型的奇异值会在该运行结束后给出。</translation>
    </message>
    <message>
        <source>Computing the singular values of %1…</source>
        <translation>正在计算 %1 的奇异值…</translation>
    </message>
</context>
<context>
    <name>ui::SessionTiles</name>
    <message>
        <source>Drawing the map</source>
        <translation>正在绘制图</translation>
    </message>
</context>
<context>
    <name>ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>How the program looks and where it keeps things.</source>
        <translation>程序的外观以及文件存放位置。</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About LIFT Studio</source>
        <translation>关于 LIFT Studio</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>The language changes when the program starts again.</source>
        <translation>语言将在下次启动程序时切换。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Open the runs&apos; folder</source>
        <translation>打开运行文件夹</translation>
    </message>
    <message>
        <source>Add a folder with models…</source>
        <translation>添加模型文件夹…</translation>
    </message>
    <message>
        <source>A folder with models</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>立即重新启动</translation>
    </message>
</context>
<context>
    <name>ui::SpectraSurvey</name>
    <message>
        <source>Computing singular values</source>
        <translation>正在计算奇异值</translation>
    </message>
    <message>
        <source>Computing the spectrum of now</source>
        <translation>正在计算当前的谱</translation>
    </message>
</context>
<context>
    <name>ui::SpectrumPlot</name>
    <message>
        <source>rank %1</source>
        <translation>秩 %1</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>%1 当前</translation>
    </message>
    <message>
        <source>%1  %2, energy so far %3 %</source>
        <translation>%1  %2，累计能量 %3 %</translation>
    </message>
    <message>
        <source>%1: singular values from %2 down to %3.</source>
        <translation>%1：奇异值从 %2 降至 %3。</translation>
    </message>
    <message>
        <source>The first %1 hold %2 % of the energy.</source>
        <translation>前 %1 个占能量的 %2 %。</translation>
    </message>
    <message>
        <source>%1  %2, %3 % from its base</source>
        <translation>%1  %2，与基础相差 %3 %</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>秩</translation>
    </message>
    <message>
        <source>energy so far, %</source>
        <translation>累计能量，%</translation>
    </message>
    <message>
        <source>change, %</source>
        <translation>变化，%</translation>
    </message>
    <message>
        <source>singular value</source>
        <translation>奇异值</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StageRail</name>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
</context>
<context>
    <name>ui::Studio</name>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation>正在读取数据</translation>
    </message>
    <message>
        <source>Choosing the principal weights</source>
        <translation>正在选择主权重</translation>
    </message>
    <message>
        <source>Planning the memory</source>
        <translation>正在规划内存</translation>
    </message>
    <message>
        <source>Wait until the model is loaded.</source>
        <translation>请等待模型加载完成。</translation>
    </message>
    <message>
        <source>Nothing is open that could train.</source>
        <translation>没有打开可训练的模型。</translation>
    </message>
    <message>
        <source>Choose a data set</source>
        <translation>选择数据集</translation>
    </message>
    <message>
        <source>Training needs rows with answers.</source>
        <translation>训练需要带答案的数据行。</translation>
    </message>
    <message>
        <source>Checking the data set</source>
        <translation>正在检查数据集</translation>
    </message>
    <message>
        <source>Wait until the rows are read.</source>
        <translation>请等待读取完成。</translation>
    </message>
    <message>
        <source>Mend the data set</source>
        <translation>修正数据集</translation>
    </message>
    <message>
        <source>Its rows could not be read.</source>
        <translation>无法读取其数据行。</translation>
    </message>
    <message>
        <source>Nothing is held out</source>
        <translation>没有留出数据</translation>
    </message>
    <message>
        <source>Without held-out rows nobody can tell learning from memorising.</source>
        <translation>没有留出的行，就无法区分学习与死记。</translation>
    </message>
    <message>
        <source>Forgetting is not watched</source>
        <translation>未监测遗忘</translation>
    </message>
    <message>
        <source>Choose a retention probe to see what the model still knows.</source>
        <translation>选择保留测试以了解模型还记得什么。</translation>
    </message>
    <message>
        <source>It may not fit into memory</source>
        <translation>内存可能不够</translation>
    </message>
    <message>
        <source>The plan&apos;s peak is above what is free now.</source>
        <translation>计划的峰值超过了当前可用内存。</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>继续 %1</translation>
    </message>
    <message>
        <source>Open the result of %1</source>
        <translation>打开 %1 的结果</translation>
    </message>
    <message>
        <source>Applying the delta</source>
        <translation>正在应用增量</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>更改“%1”</translation>
    </message>
    <message>
        <source>Mend: %1</source>
        <translation>修正：%1</translation>
    </message>
    <message>
        <source>Look at the learning rate</source>
        <translation>请检查学习率</translation>
    </message>
    <message>
        <source>Reading the first rows</source>
        <translation>正在读取前几行</translation>
    </message>
</context>
<context>
    <name>ui::StudioWindow</name>
    <message numerus="yes">
        <source>%n run(s) were interrupted</source>
        <translation>
            <numerusform>%n 个运行被中断</numerusform>
        </translation>
    </message>
    <message>
        <source>They can go on exactly where they were.</source>
        <translation>它们可以从原处继续。</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>暂停或继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>step %1 of %2%3</source>
        <translation>第 %1 步，共 %2 步%3</translation>
    </message>
    <message>
        <source>   %1 left</source>
        <translation>   剩余 %1</translation>
    </message>
    <message>
        <source>Starting the run</source>
        <translation>正在启动运行</translation>
    </message>
    <message>
        <source>A model is being fine-tuned</source>
        <translation>正在微调模型</translation>
    </message>
    <message>
        <source>The run failed</source>
        <translation>运行失败</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>有运行正在进行</translation>
    </message>
    <message>
        <source>Close LIFT Studio while it trains?</source>
        <translation>训练进行中，要关闭 LIFT Studio 吗？</translation>
    </message>
    <message>
        <source>The run can be saved first; it then goes on at the next start, exactly where it was.</source>
        <translation>可以先保存运行；下次启动时会从原处继续。</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Save the run and close</source>
        <translation>保存运行并关闭</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>关闭但不保存</translation>
    </message>
    <message>
        <source>Open a recipe</source>
        <translation>打开配方</translation>
    </message>
    <message>
        <source>%1 needs its run&apos;s recipe beside it</source>
        <translation>%1 旁边需要有其运行的配方</translation>
    </message>
    <message>
        <source>R %1, %2</source>
        <translation>R %1，%2</translation>
    </message>
    <message numerus="yes">
        <source>CPU · %n thread(s) · %1</source>
        <translation>
            <numerusform>CPU · %n 线程 · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>run folder</source>
        <translation>运行文件夹</translation>
    </message>
    <message>
        <source>copy as command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Copied: this run as a command for the terminal</source>
        <translation>已复制：此运行的终端命令</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 已完成</translation>
    </message>
    <message>
        <source>Reading the runs</source>
        <translation>正在读取运行</translation>
    </message>
    <message>
        <source>%1 is not finished: step %2 of %3</source>
        <translation>%1 尚未完成：第 %2 步，共 %3 步</translation>
    </message>
    <message>
        <source>It can go on exactly where it was saved.</source>
        <translation>可以从保存之处原样继续。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Find its files…</source>
        <translation>查找其文件…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>%1 is done, and the model is worse</source>
        <translation>%1 已完成，模型变差了</translation>
    </message>
    <message>
        <source>Open its base model first.</source>
        <translation>请先打开其基础模型。</translation>
    </message>
</context>
<context>
    <name>ui::ThinProgress</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>进行中</translation>
    </message>
</context>
<context>
    <name>ui::TileHeatMap</name>
    <message>
        <source>row %1, column %2</source>
        <translation>第 %1 行，第 %2 列</translation>
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
        <translation>已选</translation>
    </message>
    <message>
        <source>not selected</source>
        <translation>未选</translation>
    </message>
    <message>
        <source>rows %1–%2, columns %3–%4</source>
        <translation>行 %1–%2，列 %3–%4</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>已选 %1 / %2</translation>
    </message>
    <message>
        <source>mean |W| = %1</source>
        <translation>平均 |W| = %1</translation>
    </message>
    <message>
        <source>mean |Wᵣ| = %1</source>
        <translation>平均 |Wᵣ| = %1</translation>
    </message>
    <message>
        <source>%1 % selected</source>
        <translation>已选 %1 %</translation>
    </message>
    <message>
        <source>Matrix of %1 by %2. Shown: %3.</source>
        <translation>%1 乘 %2 的矩阵。当前显示：%3。</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改变</translation>
    </message>
    <message>
        <source>as in the base</source>
        <translation>与基础相同</translation>
    </message>
    <message>
        <source>%1 of %2 changed</source>
        <translation>已改变 %1 / %2</translation>
    </message>
    <message>
        <source>%1 % changed</source>
        <translation>已改变 %1 %</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1：%2 %</translation>
    </message>
</context>
<context>
    <name>ui::TitleStrip</name>
    <message>
        <source>Show or hide the side panel  (F9)</source>
        <translation>显示或隐藏侧边栏  (F9)</translation>
    </message>
    <message>
        <source>Menu  (F10)</source>
        <translation>菜单  (F10)</translation>
    </message>
    <message>
        <source>recipe: %1</source>
        <translation>配方：%1</translation>
    </message>
</context>
<context>
    <name>ui::TokenView</name>
    <message>
        <source>Row as tokens</source>
        <translation>以词元显示的行</translation>
    </message>
    <message>
        <source>token %1, bytes %2 to %3%4</source>
        <translation>词元 %1，字节 %2 至 %3%4</translation>
    </message>
    <message>
        <source>, trains</source>
        <translation>，参与训练</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s), %1 of them train</source>
        <translation>
            <numerusform>%n 个词元，其中 %1 个参与训练</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TrainPage</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>How the principal weights learn, and what becomes of what the model knew.</source>
        <translation>主权重如何学习，以及模型原有知识的变化。</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Then the recipe stands here as a form, and once it trains, its curves.</source>
        <translation>之后这里显示配方表单，训练时显示曲线。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Loss over steps</source>
        <translation>损失随步数变化</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>held-out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>The loss appears with the first step.</source>
        <translation>第一步完成后显示损失。</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>base = 100</source>
        <translation>基础 = 100</translation>
    </message>
    <message>
        <source>Retention over steps</source>
        <translation>保留率随步数变化</translation>
    </message>
    <message>
        <source>of the base model&apos;s score</source>
        <translation>相对基础模型得分</translation>
    </message>
    <message>
        <source>Without a retention probe nobody sees what is forgotten. Choose one on the data page.</source>
        <translation>没有保留测试就看不到遗忘。请在“数据”页选择一个。</translation>
    </message>
    <message>
        <source>Tokens / s</source>
        <translation>词元 / 秒</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Kept at renewal</source>
        <translation>更新时保留</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Same question, as it learns</source>
        <translation>学习过程中的同一问题</translation>
    </message>
    <message>
        <source>renewed</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>may forget at most %1</source>
        <translation>最多可遗忘 %1</translation>
    </message>
    <message>
        <source>Done. The delta is written.</source>
        <translation>完成。增量已写入。</translation>
    </message>
    <message>
        <source>See the results</source>
        <translation>查看结果</translation>
    </message>
    <message>
        <source>Stopped and saved</source>
        <translation>已停止并保存</translation>
    </message>
    <message>
        <source>It can go on from the Runs page, exactly where it was.</source>
        <translation>可以在“运行”页从原处继续。</translation>
    </message>
    <message>
        <source>Stopped without saving</source>
        <translation>已停止，未保存</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>% of the base model&apos;s score</source>
        <translation>相对基础模型得分，%</translation>
    </message>
    <message>
        <source>How strongly the step&apos;s rows pull at the weights. It is cut at the recipe&apos;s largest norm; a sudden rise is a warning.</source>
        <translation>此步的数据行对权重的牵引强度。超过配方的最大范数时会被裁剪；突然升高是警告信号。</translation>
    </message>
    <message>
        <source>The base model answers the probe first, then again after every evaluation.</source>
        <translation>基础模型先回答保留测试，之后每次评估后再回答。</translation>
    </message>
    <message>
        <source>The probe was not measured in this run.</source>
        <translation>此运行未测量保留测试。</translation>
    </message>
    <message>
        <source>The run has ended, and the model is worse than before. The delta is written.</source>
        <translation>运行已结束，模型比之前更差。增量已写出。</translation>
    </message>
    <message>
        <source>The run has ended: some is better, some worse. The delta is written.</source>
        <translation>运行已结束：有的变好，有的变差。增量已写出。</translation>
    </message>
    <message>
        <source>Paused: the loss climbs</source>
        <translation>已暂停：损失上升</translation>
    </message>
    <message>
        <source>Back, at a learning rate of %1</source>
        <translation>返回，学习率改为 %1</translation>
    </message>
    <message>
        <source>To the last saved state from before the climb, else to the start</source>
        <translation>返回上升之前最后保存的状态，否则返回起点</translation>
    </message>
    <message>
        <source>Go on all the same</source>
        <translation>仍然继续</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>Held-out loss %1 → %2.</source>
        <translation>留出损失 %1 → %2。</translation>
    </message>
    <message>
        <source>Training loss %1 → %2.</source>
        <translation>训练损失 %1 → %2。</translation>
    </message>
    <message>
        <source>%1 → %2 of %3</source>
        <translation>%1 → %2（共 %3）</translation>
    </message>
    <message>
        <source>no loss can be seen</source>
        <translation>看不出损失</translation>
    </message>
    <message>
        <source>fewer, but within chance</source>
        <translation>变少，但在偶然范围内</translation>
    </message>
    <message>
        <source>something is forgotten</source>
        <translation>有所遗忘</translation>
    </message>
    <message>
        <source>Held-out rows answered exactly: %1 → %2.</source>
        <translation>完全答对的留出行：%1 → %2。</translation>
    </message>
    <message>
        <source>Probe: %1, %2.</source>
        <translation>保留测试：%1，%2。</translation>
    </message>
</context>
</TS>
